// Whose case it is, whether it was put aside and how late it is; and what may be done about that.
import { useEffect, useRef, useState } from "react"
import { BellRing, Clock, MoonStar, UserRound } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const WORDS = { wait: "One moment…", cancel: "Cancel" }

// A time of today without its day.
const at = (iso) => {
  const then = new Date(iso)
  const today = then.toDateString() === new Date().toDateString()
  return today ? then.toLocaleTimeString(undefined, { timeStyle: "short", hourCycle: "h23" }) : kept.moment(iso)
}

const whose = ({ mine, assignee, until, snoozed }) => {
  if (mine) return until || snoozed ? "You work on this case" : "This case comes back to you"
  if (!assignee) return "Nobody works on this case"
  return until ? <><b>{assignee}</b> works on this case, until {at(until)} at least</> : <>This case is <b>{assignee}</b>’s</>
}

const BUTTONS = [
  { name: "claim", label: "Take it on" },
  { name: "assign", label: "Give to…", form: true },
  { name: "snooze", label: "Put aside…", form: true },
  { name: "wake", label: "Take it up again" },
  { name: "release", label: "Give back" },
  { name: "watch", label: "Watch", what: "Tell me when its state moves" },
  { name: "unwatch", label: "Stop watching" },
  { name: "escalate", label: "Raise to the leads…", form: true },
]

kept.Assignment ??= function Assignment({ card, busy, press, call }) {
  const { assignment } = card
  const [form, setForm] = useState(null)
  const [said, setSaid] = useState(null)
  useBeat(card, call)
  const may = (name) => assignment.actions.includes(name) || (name === "escalate" && card.actions.includes(name))
  const shown = form && may(form) ? form : null
  const send = async (name, fields) => {
    const answer = await press(name, fields)
    if (answer) setSaid(answer)
    if (answer?.ok) setForm(null)
  }
  const given = { card, busy, send, close: () => setForm(null) }
  const buttons = BUTTONS.filter(({ name }) => may(name))
  if (!buttons.length && !assignment.assignee) return null
  return <div className="ob-assignment" id="assignment" role="group" aria-label="Whose case it is">
    <p className="ob-whose"><UserRound aria-hidden="true" /><span>{whose(assignment)}</span></p>
    {assignment.snoozed && <Snoozed {...assignment.snoozed} />}
    {!shown && <div className="ob-buttons">
      {buttons.map(({ name, label, what, form: opens }) => <button key={name} type="button" id={name} title={what} disabled={busy}
        className={`ob-button ob-small ${name === "claim" ? "" : "ob-quiet-button"}`} onClick={() => { setSaid(null); opens ? setForm(name) : send(name) }}>{label}</button>)}
    </div>}
    {shown === "assign" && <Give {...given} />}
    {shown === "snooze" && <Snooze {...given} />}
    {shown === "escalate" && <Raise {...given} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status" id="assignment-said">{said?.text}</p>
  </div>
}

// Said before everything else, as whoever leads has to act on it.
kept.Lateness ??= function Lateness({ late, escalated }) {
  return <>
    {late === "soon" && <p className="ob-company ob-late-soon"><Clock aria-hidden="true" /><span>Most of the time for this review is used up.</span></p>}
    {escalated && <p className="ob-company ob-raised" id="raised"><BellRing aria-hidden="true" /><span>Raised to the leads{escalated.by && <> by {escalated.by}</>}: {escalated.reason}</span></p>}
  </>
}

function Snoozed({ until, words, by, reason }) {
  return <p className="ob-snoozed"><MoonStar aria-hidden="true" /><span>
    Put aside by {by} until {words}{words && until && " or "}{until && at(until)}: {reason} <span className="ob-quiet">The due time goes on running.</span>
  </span></p>
}

// Above the decision: a colleague works on the case, which forbids nobody to decide.
kept.HeldByOther ??= function HeldByOther({ card }) {
  const { mine, assignee, until } = card.assignment
  const decides = card.actions.some((name) => ["approve", "decline", "ask"].includes(name))
  if (mine || !until || !decides) return null
  return <p className="ob-held" id="held-by-other"><UserRound aria-hidden="true" /><span><b>{assignee}</b> works on this case. You can decide all the same.</span></p>
}

function Give({ card, busy, send, close }) {
  const { team, needs_reason } = card.assignment
  const [to, setTo] = useState("")
  const [reason, setReason] = useState("")
  return <kept.Form words={WORDS} title="Give this case to a colleague" label="Give" id="assign-now" busy={busy} close={close} ready={!needs_reason || Boolean(reason.trim())}
    submit={() => send("assign", { value: to, reason })}>
    <label>To
      <select id="assign-to" value={to} onChange={(e) => setTo(e.target.value)}>
        <option value="">Whoever has the fewest open cases</option>
        {team.map(({ id, name, load, away_until }) => <option key={id} value={id} disabled={Boolean(away_until)}>
          {name} ({away_until ? `away until ${away_until}` : load === 1 ? "1 open case" : `${load} open cases`})</option>)}
      </select></label>
    <Reason value={reason} set={setReason} id="assign-reason" optional={!needs_reason} />
  </kept.Form>
}

function Snooze({ busy, send, close }) {
  const [until, setUntil] = useState("")
  const [on, setOn] = useState("")
  const [reason, setReason] = useState("")
  const submit = () => send("snooze", { text: until && new Date(until).toISOString(), value: on, reason })
  return <kept.Form words={WORDS} title="Put this case aside" label="Put aside" id="snooze-now" busy={busy} close={close} ready={Boolean((until || on) && reason.trim())} submit={submit}>
    <p className="ob-quiet">It leaves “Waiting for us” and comes back by itself. The due time goes on running.</p>
    <label>Until something happens
      <select id="snooze-on" value={on} onChange={(e) => setOn(e.target.value)}>
        <option value="">No, by date only</option>
        <option value="merchant_answers">The merchant answers</option>
        <option value="document_arrives">A document arrives</option>
        <option value="check_changes">A check changes</option>
      </select></label>
    <label>{on ? "But at the latest" : "Until"} {on && <span className="ob-quiet">(if you like)</span>}
      <input type="datetime-local" id="snooze-until" value={until} onChange={(e) => setUntil(e.target.value)} /></label>
    <Reason value={reason} set={setReason} id="snooze-reason" />
  </kept.Form>
}

function Raise({ busy, send, close }) {
  const [reason, setReason] = useState("")
  return <kept.Form words={WORDS} title="Raise to the leads" label="Raise" id="escalate-now" busy={busy} close={close} ready={Boolean(reason.trim())} submit={() => send("escalate", { reason })}>
    <p className="ob-quiet">Somebody else than you decides it then. The merchant sees nothing of it.</p>
    <Reason value={reason} set={setReason} id="escalate-reason" />
  </kept.Form>
}

function Reason({ value, set, id, optional }) {
  return <label>Why <span className="ob-quiet">({optional ? "if you like" : "stays on record"})</span>
    <textarea id={id} rows="2" maxLength="4000" value={value} onChange={(e) => set(e.target.value)} /></label>
}

// Says now and then that somebody works in this window; a window that is only open says nothing.
function useBeat(card, call) {
  const { mine, until, beat } = card.assignment
  const latest = useRef(null)
  latest.current = card
  useEffect(() => {
    if (!mine || !until) return undefined
    let active = false
    const note = () => { active = true }
    const signs = ["pointerdown", "keydown", "wheel"]
    for (const sign of signs) window.addEventListener(sign, note, { passive: true })
    const timer = setInterval(() => {
      if (!active || document.hidden) return
      active = false
      const { case_id, version } = latest.current
      // Lost where the connection is: the next one says the same.
      call({ name: "keep", payload: { case_id, version } }).catch(() => {})
    }, beat * 1000)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, note)
    }
  }, [mine, Boolean(until), beat, card.case_id])
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
