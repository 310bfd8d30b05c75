// What may be done with a case now: a button for each, and the form that opens under it.
import { useEffect, useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())

const BUTTONS = [
  { name: "approve", label: "Approve", kind: "main", form: true },
  { name: "decline", label: "Decline", kind: "bad", form: true },
  { name: "ask", label: "Ask the merchant", kind: "", form: true },
  { name: "claim", label: "Take it on", kind: "" },
  { name: "take_back", label: "Take the approval back", kind: "bad", form: true },
  { name: "accept_failed_check", label: "Review it all the same", kind: "" },
  { name: "resume", label: "Try again", kind: "main" },
  { name: "suspend", label: "Suspend", kind: "bad", form: true },
  { name: "reinstate", label: "Reinstate", kind: "main", form: true },
  { name: "close", label: "Close the account", kind: "bad", form: true },
  { name: "give_up", label: "Give up and undo", kind: "bad", form: true },
]

kept.Decisive ??= function Decisive({ card, busy, press }) {
  const [form, setForm] = useState(null)
  const [said, setSaid] = useState(null)
  const now = `${card.version}${card.since}`
  const buttons = BUTTONS.filter((button) => card.actions.includes(button.name))
  const shown = buttons.some((button) => button.name === form) ? form : null
  useEffect(() => { if (form && !card.actions.includes(form)) setForm(null) }, [card.actions.join()])
  useEffect(() => { if (said?.ok && said.now !== now) setSaid(null) }, [now])
  const send = async (name, fields) => {
    const answer = await press(name, fields)
    if (answer) setSaid({ ...answer, now })
    if (answer?.ok) setForm(null)
  }
  const given = { card, busy, send, close: () => setForm(null), words: { wait: "One moment…", cancel: "Cancel" } }
  if (!buttons.length && !said) return null
  return <div className="ob-actions">
    {buttons.length > 0 && !shown && <div className="ob-buttons">
      {buttons.map((button) => <button key={button.name} type="button" id={button.name} disabled={busy}
        className={`ob-button ${button.kind && `ob-${button.kind}`}`} onClick={() => (button.form ? setForm(button.name) : send(button.name))}>{button.label}</button>)}
    </div>}
    {shown === "approve" && <Approve {...given} />}
    {shown === "decline" && <Decline {...given} />}
    {shown === "ask" && <Ask {...given} />}
    {REASONED[shown] && <Reasoned {...given} name={shown} />}
    {["take_back", "give_up"].includes(shown) && <Sure {...given} name={shown} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status" id="action-said">{said?.text}</p>
  </div>
}

function Approve({ card, busy, send, close, words }) {
  const [comments, setComments] = useState("")
  const open = [...card.staff.checks, ...(card.staff.compliance?.checks ?? [])]
    .filter((check, i, all) => !["held", "not_required"].includes(check.status) && all.findIndex((c) => c.key === check.key) === i)
  return <kept.Form words={words} title="Approve this application" label="Approve" id="approve-now" busy={busy} close={close} submit={() => send("approve", { comments })}>
    {open.length > 0 && <p className="ob-note">Open checks: {open.map((check) => check.label).join(", ")}. With your comment you say that you have seen them.</p>}
    <label>Comment for colleagues <span className="ob-quiet">(if you like)</span>
      <textarea id="approve-comment" rows="3" maxLength="4000" value={comments} onChange={(e) => setComments(e.target.value)} /></label>
  </kept.Form>
}

function Decline({ card, busy, send, close, words }) {
  const [reasons, setReasons] = useState([])
  const [comments, setComments] = useState("")
  const toggle = (code) => setReasons(reasons.includes(code) ? reasons.filter((c) => c !== code) : [...reasons, code])
  return <kept.Form words={words} title="Decline this application" label="Decline" kind="bad" id="decline-now" busy={busy} close={close} ready={reasons.length > 0}
    submit={() => send("decline", { reasons, comments })}>
    <fieldset><legend>Why? The merchant reads it in plain words.</legend>
      {card.staff.decline_reasons.map(({ code, label }) => <label key={code} className="ob-choice">
        <input type="checkbox" name="reason" value={code} checked={reasons.includes(code)} onChange={() => toggle(code)} /> {label}
      </label>)}
    </fieldset>
    <label>Comment for colleagues <span className="ob-quiet">(if you like)</span>
      <textarea id="decline-comment" rows="3" maxLength="4000" value={comments} onChange={(e) => setComments(e.target.value)} /></label>
  </kept.Form>
}

function Ask({ busy, send, close, words }) {
  const [text, setText] = useState("")
  const [reason, setReason] = useState("")
  return <kept.Form words={words} title="Ask the merchant" label="Ask" id="ask-now" busy={busy} close={close} ready={Boolean(text.trim() && reason.trim())}
    submit={() => send("ask", { text, reason })}>
    <label>Your question
      <textarea id="ask-text" rows="3" maxLength="4000" value={text} onChange={(e) => setText(e.target.value)} /></label>
    <label>Why you ask <span className="ob-quiet">(the merchant reads it)</span>
      <textarea id="ask-reason" rows="2" maxLength="4000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </kept.Form>
}

const SURE = {
  take_back: ["Take the approval back?", "The case goes back into review. The merchant is told.", "Take back"],
  give_up: ["Give up and undo?", "What was set up is undone, and the case goes back into review.", "Give up"],
}

const REASONED = {
  suspend: ["Suspend the account", "The merchant reads “On hold”, and nothing of why.", "Suspend", "bad"],
  reinstate: ["Reinstate the account", "The merchant is told that the account is active again.", "Reinstate", "main"],
  close: ["Close the account", "It stays closed. The merchant is told.", "Close", "bad"],
}

function Reasoned({ name, busy, send, close, words }) {
  const [reason, setReason] = useState("")
  const [title, text, label, kind] = REASONED[name]
  return <kept.Form words={words} title={title} label={label} kind={kind} id={`${name}-now`} busy={busy} close={close} ready={Boolean(reason.trim())}
    submit={() => send(name, { reason })}>
    <p>{text}</p>
    <label>Why? <span className="ob-quiet">For colleagues only; it stays on record.</span>
      <textarea id={`${name}-reason`} rows="3" maxLength="4000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </kept.Form>
}

function Sure({ name, busy, send, close, words }) {
  const [title, text, label] = SURE[name]
  return <kept.Form words={words} title={title} label={label} kind="bad" id={`${name}-now`} busy={busy} close={close} submit={() => send(name)}><p>{text}</p></kept.Form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
