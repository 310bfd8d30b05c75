// A person's word against a check or the risk: shown beside what it is about, recorded and withdrawn in place.
import { useState } from "react"
import { PenLine } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const WORDS = { wait: "One moment…", cancel: "Cancel" }
const capital = (word) => word[0].toUpperCase() + word.slice(1)

kept.OverrideNote ??= function OverrideNote({ words, lapsed }) {
  return <p className={`ob-override ${lapsed ? "ob-lapsed" : ""}`}>
    <PenLine aria-hidden="true" /><span>{words}{lapsed && <span className="ob-block">Not in force any more: {lapsed}.</span>}</span>
  </p>
}

// What the recommendation does not name yet: it is worked out again a moment after somebody overrides.
kept.OverridesBeside ??= function OverridesBeside({ card, named }) {
  const beside = card.staff.overriding.overrides.filter((made) => !made.lapsed && !named.includes(made.sentence))
  return beside.map((made) => <kept.OverrideNote key={made.subject} words={made.sentence} />)
}

kept.Overriding ??= function Overriding({ card, subject, busy, press }) {
  const { overrides, subjects } = card.staff.overriding
  const [form, setForm] = useState(null)
  const [said, setSaid] = useState(null)
  const made = overrides.find((each) => each.subject === subject)
  const about = subjects.find((each) => each.key === subject)
  const in_force = made && !made.lapsed
  const name = in_force ? "withdraw_override" : "override"
  const may = card.actions.includes(name) && (in_force || about)
  const send = async (fields) => {
    const answer = await press(name, { subject, ...fields })
    if (answer) setSaid(answer)
    if (answer?.ok) setForm(null)
  }
  if (!made && !may && !said) return null
  const given = { card, busy, send, label: (made ?? about)?.label, close: () => setForm(null) }
  return <div className="ob-overriding" data-override={subject}>
    {made && <kept.OverrideNote {...made} />}
    {may && form !== name && <button type="button" className="ob-button ob-small ob-quiet-button" disabled={busy} id={`${name}-${subject}`}
      aria-label={`${in_force ? "Withdraw the override" : "Override"}: ${given.label}`}
      onClick={() => { setSaid(null); setForm(name) }}>{in_force ? "Withdraw the override" : "Override…"}</button>}
    {may && form === "override" && name === form && <Override {...given} levels={levels(card, subject)} />}
    {may && form === "withdraw_override" && name === form && <Withdraw {...given} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status">{said?.text}</p>
  </div>
}

const levels = (card, subject) => (subject === "risk" ? ["low", "medium", "high"].filter((level) => level !== card.staff.risk.level) : [])

function Override({ card, busy, send, label, close, levels }) {
  const { earliest, latest } = card.staff.overriding
  const [level, setLevel] = useState(null)
  const [reason, setReason] = useState("")
  const [until, setUntil] = useState("")
  const ready = reason.trim() && until && (level || !levels.length)
  return <kept.Form words={WORDS} title={`Override: ${label}`} label="Override" id="override-now" busy={busy} close={close} ready={Boolean(ready)}
    submit={() => send({ reason, until, level })}>
    <p className="ob-quiet">What was found stays on record beside it. The merchant sees nothing of it.</p>
    {levels.length > 0 && <fieldset><legend>Which risk holds instead?</legend>
      {levels.map((each) => <label key={each} className="ob-choice">
        <input type="radio" name="override-level" value={each} checked={level === each} onChange={() => setLevel(each)} /> {capital(each)} risk
      </label>)}
    </fieldset>}
    <Reason value={reason} set={setReason} id="override-reason" />
    <label>Until <span className="ob-quiet">(its last day, at the latest {latest})</span>
      <input type="date" id="override-until" min={earliest} max={latest} value={until} required onChange={(e) => setUntil(e.target.value)} /></label>
  </kept.Form>
}

function Withdraw({ busy, send, label, close }) {
  const [reason, setReason] = useState("")
  return <kept.Form words={WORDS} title={`Withdraw the override: ${label}`} label="Withdraw" kind="bad" id="withdraw-now" busy={busy} close={close}
    ready={Boolean(reason.trim())} submit={() => send({ reason })}>
    <Reason value={reason} set={setReason} id="withdraw-reason" />
  </kept.Form>
}

function Reason({ value, set, id }) {
  return <label>Why <span className="ob-quiet">(stays on record)</span>
    <textarea id={id} rows="2" maxLength="4000" value={value} onChange={(e) => set(e.target.value)} /></label>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
