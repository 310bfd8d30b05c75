// What may be done with several applications at once; deciding is not among it.
import { useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())

kept.Bulk ??= function Bulk({ picked, team, busy, send }) {
  const [form, setForm] = useState(null)
  const act = async (name, fields = {}) => {
    const answer = await send("bulk", { act: name, cases: picked.ids, ...fields })
    setForm(null)
    if (answer?.ok) picked.clear()
  }
  return <div className="ob-bulk" id="bulk" role="group" aria-label="With those that are picked">
    <b id="bulk-count">{picked.ids.length} picked</b>
    {form === "close" && <CloseForm busy={busy} act={act} close={() => setForm(null)} />}
    {form === "assign" && <AssignForm team={team} busy={busy} act={act} close={() => setForm(null)} />}
    {!form && <div className="ob-buttons">
      <button type="button" className="ob-button ob-small" id="bulk-assign" disabled={busy} onClick={() => setForm("assign")}>Give to…</button>
      <button type="button" className="ob-button ob-small" id="bulk-remind" disabled={busy} onClick={() => act("remind")}>Remind the merchants</button>
      <button type="button" className="ob-button ob-small" id="bulk-close" disabled={busy} onClick={() => setForm("close")}>Close as incomplete…</button>
      <button type="button" className="ob-button ob-small ob-quiet-button" id="bulk-clear" onClick={picked.clear}>Pick none</button>
    </div>}
  </div>
}

const WORDS = { wait: "One moment…", cancel: "Cancel" }

function AssignForm({ team, busy, act, close }) {
  const [to, setTo] = useState("")
  const [reason, setReason] = useState("")
  return <kept.Form words={WORDS} title="Give to a colleague" label="Give" id="bulk-assign-now" busy={busy} close={close}
    submit={() => act("assign", { to: to || null, reason })}>
    <label>To whom
      <select id="bulk-to" value={to} onChange={(e) => setTo(e.target.value)}>
        <option value="">Whoever has the fewest, for each anew</option>
        {Object.entries(team).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select></label>
    <label>Why? <span className="ob-quiet">Needed for those that somebody has already.</span>
      <input id="bulk-assign-reason" maxLength="1000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </kept.Form>
}

function CloseForm({ busy, act, close }) {
  const [reason, setReason] = useState("")
  return <kept.Form words={WORDS} title="Close as incomplete" label="Close them" kind="bad" id="bulk-close-now" busy={busy}
    close={close} ready={Boolean(reason.trim())} submit={() => act("close_incomplete", { reason })}>
    <p className="ob-quiet">Those that wait for their merchant are closed. Nothing is counted against anybody, and each merchant can reopen theirs.</p>
    <label>Why? <span className="ob-quiet">For colleagues only; it stays on record.</span>
      <input id="bulk-reason" maxLength="1000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </kept.Form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
