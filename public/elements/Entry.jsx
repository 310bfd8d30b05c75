// A field of the merchant's card, to be filled in where it stands. All words come with the card.
import { useId, useMemo, useRef, useState } from "react"
import { Eye, EyeOff, Lock, Plus, X } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

const PARTS = ["line1", "postal_code", "city", "region", "country"]
// ISO 3166-1 alpha-2; the browser knows what each country is called in the merchant's language.
const COUNTRIES = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
  CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
  GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
  KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
  SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
  VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/)
const AUTOFILL = { "data-1p-ignore": "", "data-lpignore": "true", autoComplete: "off", autoCorrect: "off", spellCheck: "false" }

const begin = (line, own) => ({
  value: line.text,
  currency: own.currency ?? "",
  parts: Object.fromEntries(PARTS.map((part) => [part, line.parts[part] ?? ""])),
  rows: (line.rows.length ? line.rows : [{ name: "", ownership_percent: null }])
    .map((row) => ({ name: row.name, share: row.ownership_percent === null ? "" : String(row.ownership_percent) })),
  day: "", month: "", year: "",
})

const written = (line, typed) => {
  if (line.shape === "address") return { parts: typed.parts }
  if (line.shape === "owners") return { rows: typed.rows }
  if (line.shape === "amount") return { value: typed.value, currency: typed.currency }
  if (line.shape === "date") return { value: [typed.year, typed.month.padStart(2, "0"), typed.day.padStart(2, "0")].join("-") }
  return { value: typed.value }
}

// What was typed stays until it is saved or cancelled, also where the card is drawn again meanwhile.
kept.Entry ??= function Entry({ line, own, busy, press, saved, close }) {
  const words = own.texts
  const [typed, setTyped] = useState(() => begin(line, own))
  const [wrong, setWrong] = useState(null)
  const form = useRef(null)
  const note = useId()
  const change = (part) => setTyped((before) => ({ ...before, ...part }))
  const send = async (name, fields = {}) => {
    const answer = await press(name, { field: line.key, subject: line.subject, ...fields })
    if (answer?.ok) return saved(answer.text)
    setWrong(answer?.text ?? null)
    form.current?.querySelector("input, select")?.focus()
  }
  const secure = ["secure", "date"].includes(line.shape) || (line.shape === "choice" && Boolean(line.subject))
  const about = { line, words, typed, change, own, described: { "aria-describedby": note, "aria-invalid": wrong ? "true" : undefined } }
  const Shape = SHAPES[line.shape]
  return <form ref={form} className="ob-entry" autoComplete="off" aria-label={line.label}
    onSubmit={(e) => { e.preventDefault(); send("enter", written(line, typed)) }}
    onKeyDown={(e) => { e.stopPropagation(); if (e.key === "Escape") close() }}>
    <Shape {...about} />
    <p id={note} className={wrong ? "ob-wrong" : "ob-quiet"} role={wrong ? "alert" : undefined}>{wrong ?? line.example}</p>
    {secure && <p className="ob-quiet ob-lock"><Lock aria-hidden="true" /> {line.value ? `${words.secure_again} ` : ""}{words.secure_note}</p>}
    <div className="ob-buttons">
      <button type="submit" className="ob-button ob-main" disabled={busy}>{busy ? words.wait : words.save}</button>
      <button type="button" className="ob-button ob-quiet-button" disabled={busy} onClick={close}>{words.cancel}</button>
    </div>
    {(line.may_be_postponed || line.may_be_absent) && <div className="ob-buttons">
      {line.may_be_postponed && <button type="button" data-act="not_yet" className="ob-button ob-small" disabled={busy} onClick={() => send("not_yet")}>{words.not_yet}</button>}
      {line.may_be_absent && <button type="button" data-act="have_none" className="ob-button ob-small" disabled={busy} onClick={() => send("have_none")}>{line.none_label}</button>}
    </div>}
  </form>
}

function Text({ line, typed, change, described }) {
  return <label>{line.label}
    <input type="text" inputMode={line.input_mode} value={typed.value} maxLength="1000" {...AUTOFILL} {...described} onChange={(e) => change({ value: e.target.value })} />
  </label>
}

function Amount({ line, words, typed, change, own, described }) {
  return <div className="ob-pair">
    <label>{words.amount}
      <input type="text" inputMode={line.input_mode} value={typed.value} maxLength="40" {...AUTOFILL} {...described} onChange={(e) => change({ value: e.target.value })} />
    </label>
    <label>{words.currency}
      <select value={typed.currency} onChange={(e) => change({ currency: e.target.value })}>
        <option value="">{words.choose}</option>
        {own.currencies.map((code) => <option key={code}>{code}</option>)}
      </select>
    </label>
  </div>
}

function Address({ words, typed, change, own, described }) {
  const named = useMemo(() => {
    const names = new Intl.DisplayNames(own.language, { type: "region" })
    const order = new Intl.Collator(own.language)
    return COUNTRIES.map((code) => [code, names.of(code)]).sort((a, b) => order.compare(a[1], b[1]))
  }, [own.language])
  const set = (part) => (e) => change({ parts: { ...typed.parts, [part]: e.target.value } })
  return <div className="ob-parts-of">
    {PARTS.slice(0, 4).map((part) => <label key={part} className={`ob-part-${part}`}>{words[part]}
      <input type="text" value={typed.parts[part]} maxLength="200" {...AUTOFILL} {...described} data-part={part} onChange={set(part)} />
    </label>)}
    <label className="ob-part-country">{words.country}
      <select value={typed.parts.country} data-part="country" onChange={set("country")}>
        <option value="">{words.choose}</option>
        {named.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
    </label>
  </div>
}

function Owners({ words, typed, change, described }) {
  const set = (at, part) => change({ rows: typed.rows.map((row, i) => (i === at ? { ...row, ...part } : row)) })
  return <div className="ob-rows">
    {typed.rows.map((row, i) => <div key={i} className="ob-row" role="group" aria-label={`${words.owner_name} ${i + 1}`}>
      <label>{words.owner_name}
        <input type="text" value={row.name} maxLength="200" {...AUTOFILL} {...described} onChange={(e) => set(i, { name: e.target.value })} /></label>
      <label>{words.owner_share}
        <input type="text" inputMode="decimal" value={row.share} maxLength="8" {...AUTOFILL} onChange={(e) => set(i, { share: e.target.value })} /></label>
      <button type="button" className="ob-button ob-icon" aria-label={`${words.owner_remove}: ${row.name || i + 1}`} disabled={typed.rows.length === 1}
        onClick={() => change({ rows: typed.rows.filter((_, other) => other !== i) })}><X aria-hidden="true" /></button>
    </div>)}
    <button type="button" className="ob-button ob-small" onClick={() => change({ rows: [...typed.rows, { name: "", share: "" }] })}>
      <Plus aria-hidden="true" /> {words.owner_add}</button>
  </div>
}

function useShown(words) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  const button = <button type="button" className="ob-button ob-icon" aria-pressed={shown} aria-label={words.show} title={shown ? words.hide : words.show}
    onClick={() => setShown(!shown)}><Icon aria-hidden="true" /></button>
  return [shown ? "text" : "password", button]
}

function Secure({ line, words, typed, change, described }) {
  const [type, button] = useShown(words)
  return <div className="ob-masked">
    <label>{line.label}
      <input type={type} inputMode={line.input_mode} value={typed.value} maxLength="64" {...AUTOFILL} {...described} onChange={(e) => change({ value: e.target.value })} />
    </label>{button}
  </div>
}

// In three parts, so that nobody has to know whether the day or the month comes first.
function BirthDate({ words, typed, change, described }) {
  const [type, button] = useShown(words)
  return <div className="ob-masked ob-date">
    {["day", "month", "year"].map((part) => <label key={part}>{words[part]}
      <input type={type} inputMode="numeric" value={typed[part]} maxLength={part === "year" ? 4 : 2} {...AUTOFILL} {...described} data-part={part}
        onChange={(e) => change({ [part]: e.target.value.replace(/\D/g, "") })} />
    </label>)}{button}
  </div>
}

function Choice({ line, words, typed, change, described }) {
  return <label>{line.label}
    <select value={typed.value} {...described} onChange={(e) => change({ value: e.target.value })}>
      <option value="">{words.choose}</option>
      {Object.entries(line.choices).map(([value, text]) => <option key={value} value={value}>{text}</option>)}
    </select>
  </label>
}

const SHAPES = { text: Text, amount: Amount, address: Address, owners: Owners, secure: Secure, date: BirthDate, choice: Choice }

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
