// What is sold, by its category: which one holds, what else fits the words, and one click to confirm.
import { useState } from "react"
import { Tag } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const WORDS = { wait: "One moment…", cancel: "Cancel" }

kept.Category ??= function Category({ card, busy, press }) {
  const { code, name, confirmed, asked, candidates, listed } = card.staff.category
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState(null)
  const may = card.actions.includes("confirm_category")
  const send = async (fields) => {
    const answer = await press("confirm_category", fields)
    if (answer) setSaid(answer)
    if (answer?.ok) setOpen(false)
  }
  if (!code && !may) return null
  return <kept.Section title="Line of business">
    <p id="category"><Tag className="ob-inline" aria-hidden="true" /> <b>{code ? `${code} · ${name}` : "No category fits the words"}</b></p>
    {confirmed
      ? <p className="ob-quiet" id="category-confirmed">Confirmed by {confirmed.by}, {kept.moment(confirmed.at)}: {confirmed.reason}</p>
      : <p className="ob-quiet">Worked out from the words{asked && "; a reviewer has to confirm it"}.</p>}
    {listed.map((line) => <p key={`${line.kind} ${line.label}`} className="ob-note" data-listed={line.kind}>
      <b>{line.label}</b> {line.kind === "registration" ? "has to be registered with the card schemes" : "is served with more evidence"} (by {line.by}). {line.rule}
    </p>)}
    {may && !open && <button type="button" className="ob-button ob-small ob-quiet-button" id="confirm-category" disabled={busy}
      onClick={() => { setSaid(null); setOpen(true) }}>{confirmed ? "Correct the category…" : "Confirm or correct…"}</button>}
    {may && open && <Confirm code={code} candidates={candidates} busy={busy} send={send} close={() => setOpen(false)} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status">{said?.text}</p>
  </kept.Section>
}

function Confirm({ code, candidates, busy, send, close }) {
  const [chosen, setChosen] = useState(code ?? "")
  const [other, setOther] = useState("")
  const [reason, setReason] = useState("")
  const value = chosen === "other" ? other : chosen
  const ready = /^\d{4}$/.test(value) && Boolean(reason.trim())
  return <kept.Form words={WORDS} title="Which category holds?" label="Confirm" id="category-now" busy={busy} close={close} ready={ready}
    submit={() => send({ value, reason })}>
    <p className="ob-quiet">Another code than before is a new version of the application: everything is checked again.</p>
    <fieldset><legend>Category</legend>
      {candidates.map((each) => <label key={each.code} className="ob-choice">
        <input type="radio" name="category" value={each.code} checked={chosen === each.code} onChange={() => setChosen(each.code)} />
        <span> {each.code} · {each.name} <span className="ob-quiet">by {each.why}</span></span>
      </label>)}
      <label className="ob-choice">
        <input type="radio" name="category" value="other" checked={chosen === "other"} onChange={() => setChosen("other")} /> Another code
      </label>
    </fieldset>
    {chosen === "other" && <label>Code <span className="ob-quiet">(ISO 18245, four digits)</span>
      <input id="category-code" inputMode="numeric" maxLength="4" value={other} onChange={(e) => setOther(e.target.value.trim())} /></label>}
    <label>Why <span className="ob-quiet">(stays on record)</span>
      <textarea id="category-reason" rows="2" maxLength="1000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </kept.Form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
