// Records a check that was made elsewhere: about what, how, with which result, and what backs it.
import { useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())
const FILES = "application/pdf,image/jpeg,image/png,image/heic,image/heif,.pdf,.jpg,.jpeg,.png,.heic,.heif"
const LOST = "The file did not arrive. Please check the connection and try again."

const today = () => new Date(Date.now() - 60_000 * new Date().getTimezoneOffset()).toISOString().slice(0, 10)

// Today is now; an earlier day is its noon.
const moment = (day) => (day === today() ? undefined : new Date(`${day}T12:00`).toISOString())

async function attach(case_id, file) {
  const body = new FormData()
  body.append("file", file, file.name)
  try {
    const answer = await fetch(`/upload/${case_id}/attachments`, { method: "POST", headers: { Accept: "application/json" }, body })
    const { told, detail } = await answer.json()
    return answer.ok ? { id: told } : { wrong: told || detail || LOST }
  } catch {
    return { wrong: LOST }
  }
}

kept.CheckForm ??= function CheckForm({ card, root, busy, record, fail, close }) {
  const { facts, ways, results, seen } = card.staff.evidence
  const [at, setAt] = useState(seen)
  const [about, setAbout] = useState([])
  const [given, setGiven] = useState({ method: "registry_search", result: "", source: "", reference: "", comment: "", made: today(), expires_on: "", document_id: "" })
  const [file, setFile] = useState(null)
  const [sending, setSending] = useState(false)
  const set = (name) => (event) => setGiven({ ...given, [name]: event.target.value })
  const way = ways.find((each) => each.code === given.method)
  const papers = card.documents.filter((paper) => !paper.refused)
  const toggle = (key) => setAbout(about.includes(key) ? about.filter((other) => other !== key) : [...about, key])
  const send = async () => {
    const { made, ...report } = given
    setSending(true)
    const backing = file ? await attach(card.case_id, file) : { id: report.document_id }
    if (backing.wrong) fail({ ok: false, text: backing.wrong })
    else await record({ ...report, about, document_id: backing.id, made_at: moment(made), seen: at })
    setAt(seen)
    setSending(false)
  }
  const ready = about.length > 0 && given.source.trim() && given.result && (!way.on_document || given.document_id)
  return <kept.Form title="Record a check made elsewhere" label="Record" id="record-now" busy={busy || sending} ready={Boolean(ready)} close={close} submit={send}
    words={{ wait: "One moment…", cancel: "Cancel" }}>
    <p className="ob-quiet">The merchant sees nothing of it.</p>
    <fieldset className="ob-about"><legend>What was checked?</legend>
      {facts.map(({ key, label }) => <label key={key} className="ob-choice">
        <input type="checkbox" name="about" value={key} checked={about.includes(key)} onChange={() => toggle(key)} /> {label}
      </label>)}
    </fieldset>
    <label>How
      <select id="check-method" value={given.method} onChange={set("method")}>
        <optgroup label="Independent source">{ways.filter((each) => !each.on_document).map(Option)}</optgroup>
        <optgroup label="Document of the case">{ways.filter((each) => each.on_document).map(Option)}</optgroup>
      </select></label>
    <label>Source <span className="ob-quiet">(who was asked, or what was read)</span>
      <input id="check-source" maxLength="200" value={given.source} onChange={set("source")} /></label>
    <fieldset className="ob-results"><legend>Result</legend>
      {results.map(({ code, label }) => <label key={code} className="ob-choice">
        <input type="radio" name="result" value={code} checked={given.result === code} onChange={set("result")} /> {label}
      </label>)}
    </fieldset>
    <label>Reference <span className="ob-quiet">(what it is called there)</span>
      <input id="check-reference" maxLength="200" value={given.reference} onChange={set("reference")} /></label>
    <div className="ob-pair ob-days">
      <label>Made on <input id="check-made" type="date" max={today()} value={given.made} onChange={set("made")} /></label>
      <label>Counts until <input id="check-until" type="date" min={given.made} value={given.expires_on} onChange={set("expires_on")} /></label>
    </div>
    <label>{way.on_document ? "The document" : "Document of the case"} {!way.on_document && <span className="ob-quiet">(if one backs it)</span>}
      <select id="check-document" value={given.document_id} onChange={set("document_id")}>
        <option value="">None</option>
        {papers.map((paper) => <option key={paper.id} value={paper.id}>{paper.kind_label}: {paper.name}</option>)}
      </select></label>
    {root && !way.on_document && <label>Or attach a file <span className="ob-quiet">(only the team sees it)</span>
      <input id="check-file" type="file" accept={FILES} onChange={(event) => setFile(event.target.files[0] ?? null)} /></label>}
    <label>Comment <span className="ob-quiet">(if you like)</span>
      <textarea id="check-comment" rows="2" maxLength="2000" value={given.comment} onChange={set("comment")} /></label>
  </kept.Form>
}

const Option = ({ code, label }) => <option key={code} value={code}>{label}</option>

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
