// What may be done with a case now: a button for each, and the form that opens under it.
import { useEffect, useRef, useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())

const BUTTONS = [
  { name: "approve", label: "Approve", kind: "main", form: true },
  { name: "decline", label: "Decline", kind: "bad", form: true },
  { name: "ask", label: "Ask the merchant", kind: "", form: true },
  { name: "take_back", label: "Take the approval back", kind: "bad", form: true },
  { name: "accept_failed_check", label: "Review it all the same", kind: "" },
  { name: "second_look", label: "Second look", kind: "main", form: true },
  { name: "look_again", label: "Looked at again", kind: "main", form: true },
  { name: "resume", label: "Try again", kind: "main" },
  { name: "suspend", label: "Suspend", kind: "bad", form: true },
  { name: "reinstate", label: "Reinstate", kind: "main", form: true },
  { name: "close", label: "Close the account", kind: "bad", form: true },
  { name: "give_up", label: "Give up and undo", kind: "bad", form: true },
]

const WAIT = { checked: "Being checked again…", stale: "Not this version any more", sent: "One moment…" }

kept.Decisive ??= function Decisive({ card, busy, press }) {
  const [form, setForm] = useState(null)
  const [seen, setSeen] = useState(card.version)
  const [stale, setStale] = useState(null)
  const [said, setSaid] = useState(null)
  const box = useRef(null)
  const now = `${card.version}${card.since}`
  const { bars } = card.staff.deciding
  const buttons = BUTTONS.filter((button) => card.actions.includes(button.name)).map((button) => (button.name === "approve" && bars.length ? { ...button, kind: "" } : button))
  const waits = card.staff.state === "checking" && ["approve", "decline"].includes(form)
  const shown = waits || buttons.some((button) => button.name === form) ? form : null
  const open = (name) => { setForm(name); setSeen(card.version); setStale(null) }
  useEffect(() => { if (form && !waits && !card.actions.includes(form)) setForm(null) }, [card.actions.join(), waits])
  useEffect(() => { if (said?.ok && said.now !== now) setSaid(null) }, [now])
  // A refusal stands below a form that may be longer than its place.
  useEffect(() => { if (said && !said.ok) box.current?.scrollTo({ top: box.current.scrollHeight }) }, [said])
  // A decision is about the version that was looked at when its form was opened, and not about a newer one.
  const send = async (name, fields) => {
    const answer = await press(name, name === form ? { ...fields, version: seen } : fields)
    if (answer) setSaid({ ...answer, now })
    setStale(answer?.stale ? { ...answer.stale, name, fields } : null)
    if (answer?.ok) setForm(null)
  }
  const confirm = async () => {
    const answer = await press(stale.name, { ...stale.fields, version: stale.version })
    if (answer) setSaid({ ...answer, now })
    if (answer?.ok) setForm(null)
    setStale(answer?.stale ? { ...stale, ...answer.stale } : null)
  }
  const given = { card, busy: busy || waits || Boolean(stale), send, close: () => setForm(null), words: { wait: WAIT[waits ? "checked" : stale ? "stale" : "sent"], cancel: "Cancel" } }
  if (!buttons.length && !said && !shown) return null
  return <div className="ob-actions" ref={box}>
    {waits && <p className="ob-note" role="status">The application has changed and is being checked again. What you have filled in stays here.</p>}
    <kept.HeldByOther card={card} />
    {!shown && bars.length > 0 && card.actions.includes("approve") && <p className="ob-quiet" id="bars">Cannot be approved yet: {bars.join(", ")}.</p>}
    {buttons.length > 0 && !shown && <div className="ob-buttons">
      {buttons.map((button) => <button key={button.name} type="button" id={button.name} disabled={busy}
        className={`ob-button ${button.kind && `ob-${button.kind}`}`} onClick={() => (button.form ? open(button.name) : send(button.name))}>{button.label}</button>)}
    </div>}
    {shown === "approve" && <kept.Approve {...given} />}
    {shown === "decline" && <Decline {...given} />}
    {shown === "ask" && <kept.Ask {...given} />}
    {REASONED[shown] && <Reasoned {...given} name={shown} />}
    {["take_back", "give_up"].includes(shown) && <Sure {...given} name={shown} />}
    {shown === "second_look" && <SecondLook {...given} />}
    {shown === "look_again" && <LookAgain {...given} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status" id="action-said">{said?.text}</p>
    {stale && shown && <Changed stale={stale} busy={busy || waits} confirm={confirm} />}
  </div>
}

// What is different since the version that was decided on; the same decision on the new one is one press away.
function Changed({ stale, busy, confirm }) {
  return <div className="ob-changed" id="changed">
    {stale.changes.length > 0 && <ul className="ob-list">{stale.changes.map((text) => <li key={text}>{text}</li>)}</ul>}
    <button type="button" id="confirm-stale" className={`ob-button ob-${stale.name === "approve" ? "main" : "bad"}`} disabled={busy} onClick={confirm}>
      {stale.name === "approve" ? "Approve" : "Decline"} version {stale.version} all the same</button>
  </div>
}

function SecondLook({ busy, send, close, words }) {
  const [value, setValue] = useState(null)
  const [reason, setReason] = useState("")
  return <kept.Form words={words} title="Second look at this decision" label="Record" id="second-look-now" busy={busy} close={close} ready={Boolean(value && reason.trim())}
    submit={() => send("second_look", { value, reason })}>
    <fieldset><legend>Would you have decided the same?</legend>
      {[["agree", "Yes"], ["disagree", "No; compliance is told, and the decision stands"]].map(([key, label]) => <label key={key} className="ob-choice">
        <input type="radio" name="second-look" value={key} checked={value === key} onChange={() => setValue(key)} /> {label}
      </label>)}
    </fieldset>
    <label>Why <span className="ob-quiet">(stays on record)</span>
      <textarea id="second-look-reason" rows="3" maxLength="4000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </kept.Form>
}

function LookAgain({ card, busy, send, close, words }) {
  const [reason, setReason] = useState("")
  const [until, setUntil] = useState("")
  return <kept.Form words={words} title="Looked at again" label="Record" id="look-again-now" busy={busy} close={close} ready={Boolean(reason.trim())}
    submit={() => send("look_again", { reason, until: until || null })}>
    <label>What you found <span className="ob-quiet">For colleagues only; it stays on record.</span>
      <textarea id="look-again-reason" rows="3" maxLength="4000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
    <label>Look at it again on <span className="ob-quiet">(if it needs another look)</span>
      <input type="date" id="look-again-on" min={card.staff.deciding.terms.earliest} value={until} onChange={(e) => setUntil(e.target.value)} /></label>
  </kept.Form>
}

// What a decision is about, for whoever presses Enter on it.
kept.Decides ??= function Decides({ card }) {
  return <p className="ob-decides"><b>{card.name || "New application"}</b> <span className="ob-quiet">
    {[card.staff.risk?.words, `version ${card.version}`].filter(Boolean).join(" · ")}</span></p>
}

function Decline({ card, busy, send, close, words }) {
  const [reasons, setReasons] = useState([])
  const [comments, setComments] = useState("")
  const toggle = (code) => setReasons(reasons.includes(code) ? reasons.filter((c) => c !== code) : [...reasons, code])
  return <kept.Form words={words} title="Decline this application" label="Decline" kind="bad" id="decline-now" busy={busy} close={close} ready={reasons.length > 0}
    submit={() => send("decline", { reasons, comments })}>
    <kept.Decides card={card} />
    <fieldset><legend>Why?</legend>
      {card.staff.decline_reasons.map(({ code, label, told, visibility }) => <label key={code} className="ob-choice" data-visibility={visibility}>
        <input type="checkbox" name="reason" value={code} checked={reasons.includes(code)} onChange={() => toggle(code)} />
        <span>{label} <span className="ob-quiet ob-block">{told}</span></span>
      </label>)}
    </fieldset>
    <kept.NoticePreview card={card} reasons={reasons} />
    <label>Comment for colleagues <span className="ob-quiet">(if you like)</span>
      <textarea id="decline-comment" rows="3" maxLength="4000" value={comments} onChange={(e) => setComments(e.target.value)} /></label>
  </kept.Form>
}

const SURE = {
  take_back: ["Take the approval back?", "The case goes back into review. The merchant is told, unless they have not heard of the approval yet.", "Take back"],
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
