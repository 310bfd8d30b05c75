// The card beside the chat. The component is kept on `window`, so that a form that somebody fills in
// survives the card being drawn again when something new arrives. It stands beside the conversation; where
// there is no room it is folded into one line above it (onboard.css).
import { useEffect, useId, useRef, useState } from "react"
import { Check, ChevronDown, Circle, CircleAlert, CircleDashed, CircleMinus, CircleX, Loader, Undo2 } from "lucide-react"

const kept = (window.onboardElements ??= {})

kept.Application ??= function Application({ card, root, call }) {
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const staff = card.staff
  const title = card.name || (card.role === "merchant" ? "Your application" : "New application")
  const body = (
    <div className="ob-body">
      <Progress card={card} />
      {card.question && <p className="ob-note">{card.role === "merchant" ? "A reviewer asks" : "Asked"}: {card.question}</p>}
      {card.outcome.length > 0 && <Outcome lines={card.outcome} />}
      <Steps card={card} />
      {staff && <Findings card={card} />}
      <Items card={card} />
      {!narrow && <Forms card={card} call={call} />}
      {card.role === "merchant" && <p className="ob-foot"><a href={`${root}/?another`}>Start another application</a></p>}
    </div>
  )
  const heading = (
    <>
      <span className="ob-title">{title}</span>
      <State card={card} />
    </>
  )
  if (!narrow) {
    return <section className="ob-card ob-wide" id="case-card" aria-label="Application" aria-live="off" data-state={card.public_state}>
      <header className="ob-head">{heading}</header>{body}
    </section>
  }
  return <section className={`ob-card ob-narrow ${open ? "ob-open" : ""}`} id="case-card" aria-label="Application" aria-live="off" data-state={card.public_state}>
    <button type="button" className="ob-head" aria-expanded={open} aria-controls="ob-narrow-body" onClick={() => setOpen(!open)}>
      {heading}
      <span className="ob-count">{card.done}/{card.total}</span>
      <ChevronDown className="ob-chevron" aria-hidden="true" />
    </button>
    <div id="ob-narrow-body" hidden={!open}>{body}</div>
    <Forms card={card} call={call} only={open ? undefined : ["submit"]} />
  </section>
}

function useNarrow() {
  const query = matchMedia("(max-width: 899px)")
  const [narrow, setNarrow] = useState(query.matches)
  useEffect(() => {
    const change = (event) => setNarrow(event.matches)
    query.addEventListener("change", change)
    return () => query.removeEventListener("change", change)
  }, [])
  return narrow
}

const TONE = { "Your turn": "you", "In review": "wait", "Approved": "good", "Being set up": "wait", "Active": "good",
  "Declined": "bad", "On hold": "bad", "Closed": "none" }

function State({ card }) {
  const words = card.state_words || card.public_state
  return <span className={`ob-state ob-${TONE[card.public_state] || "none"}`} id="case-state">{words}</span>
}

const when = (iso) => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(new Date(iso))

function Progress({ card }) {
  const share = card.total ? Math.round((100 * card.done) / card.total) : 100
  return <div className="ob-progress">
    <div className="ob-between"><b>{card.done} of {card.total} done</b><span className="ob-quiet">since {when(card.since)}</span></div>
    <div className="ob-bar" role="progressbar" aria-label="Items done" aria-valuemin="0" aria-valuemax={card.total} aria-valuenow={card.done}>
      <span style={{ width: `${share}%` }} />
    </div>
    {card.role === "merchant" && <p className="ob-quiet">{card.actions.includes("submit")
      ? "Everything that we need is there. Confirm it when it is right." : NEXT[card.public_state]}</p>}
  </div>
}

const NEXT = {
  "Your turn": "Tell us what is still missing, in the chat.",
  "In review": "You need to do nothing now. A person decides; you read the answer in the chat.",
  "Approved": "Your account is being set up.",
  "Being set up": "Your account is being set up. This takes a moment.",
  "Active": "Your account is open.",
  "Declined": "A person has decided. You can answer in the chat.",
  "On hold": "Your account is on hold. We write to you in the chat.",
  "Closed": "This application is closed.",
}

function Outcome({ lines }) {
  return <Section title="Why"><ul className="ob-list">{lines.map((line) => <li key={line}>{line}</li>)}</ul></Section>
}

const STEP_ICON = { done: Check, failed: CircleX, undone: Undo2, pending: CircleDashed, running: Loader }
const STEP_WORDS = { done: "done", failed: "failed", undone: "undone", pending: "to do", running: "running" }

function Steps({ card }) {
  if (!card.steps.length && !card.merchant_id) return null
  const next = card.public_state === "Being set up" ? card.steps.findIndex((step) => step.status === "pending") : -1
  return <Section title="Setting up your account" staffTitle="Setting up the account" card={card}>
    <ol className="ob-steps" id="case-steps">
      {card.steps.map((step, i) => {
        const status = i === next ? "running" : step.status
        const Icon = STEP_ICON[status] || Circle
        return <li key={step.step} className={`ob-step-${status}`} data-status={status}>
          <Icon aria-hidden="true" className={status === "running" ? "ob-spin" : ""} />
          <span>{step.label}</span><span className="ob-quiet">{STEP_WORDS[status] || status}</span>
        </li>
      })}
    </ol>
    {card.merchant_id && <p className="ob-id">Merchant id <code id="merchant-id">{card.merchant_id}</code></p>}
  </Section>
}

function Section({ title, staffTitle, card, children }) {
  return <div className="ob-section"><h3>{card && card.role !== "merchant" && staffTitle ? staffTitle : title}</h3>{children}</div>
}

const ITEM_ICON = { given: Check, missing: CircleDashed, absent: CircleMinus }
const ITEM_WORDS = { missing: "still missing", absent: "there is none" }

function Items({ card }) {
  const listed = card.items.filter((item) => item.status !== "optional")
  const optional = card.items.filter((item) => item.status === "optional").map((item) => item.label.replace(/^(?!IBAN)./, (c) => c.toLowerCase()))
  return <Section title="What you told us" staffTitle="Application" card={card}>
    <ul className="ob-items">
      {listed.map((item) => {
        const Icon = ITEM_ICON[item.status]
        return <li key={item.key} className={`ob-item-${item.status}`} data-key={item.key} data-status={item.status}>
          <Icon aria-hidden="true" />
          <span className="ob-label">{item.label}</span>
          <span className="ob-value">{item.value ?? ITEM_WORDS[item.status]}
            {item.changed_from && <span className="ob-quiet"> (was {item.changed_from})</span>}
          </span>
          {card.staff && item.quote && <q className="ob-quote">{item.quote}</q>}
        </li>
      })}
    </ul>
    {optional.length > 0 && <p className="ob-quiet" id="optional-items">
      {card.role === "merchant" ? "You can also tell us: " : "Optional, not given: "}{optional.join(", ")}.</p>}
  </Section>
}

const CHECK_ICON = { held: Check, failed: CircleX, not_required: CircleMinus, not_checked: CircleDashed, error: CircleAlert }
const CHECK_WORDS = { held: "held", failed: "failed", not_required: "not required", not_checked: "not checked", error: "could not be made" }

function Checks({ checks }) {
  return <ul className="ob-checks">
    {checks.map((check) => {
      const Icon = CHECK_ICON[check.status] || Circle
      return <li key={check.key} className={`ob-check-${check.status}`}>
        <Icon aria-hidden="true" />
        <span><b>{check.label}</b> <span className="ob-word">{CHECK_WORDS[check.status] || check.status}</span>
          <span className="ob-quiet ob-block">{check.reason}</span>
          {check.matches.map((match) => <span key={match.reference + match.subject} className="ob-match">
            “{match.subject}” is like “{match.listed}” ({Math.round(match.score * 100)} %), {match.source} {match.reference}
          </span>)}
        </span>
      </li>
    })}
  </ul>
}

function Findings({ card }) {
  const { risk, compliance, recommendation, flags, checks, assignee, present, decision } = card.staff
  return <>
    {(assignee || present.length > 0) && <p className="ob-quiet ob-people">
      {assignee && <>Taken on by <b>{assignee}</b>. </>}{present.length > 0 && <>Here now: {present.join(", ")}.</>}
    </p>}
    {decision && <Section title="Decision"><p><b>{decision.approved ? "Approved" : "Declined"}</b> by {decision.by}, {when(decision.at)}</p>
      {decision.reasons.length > 0 && <ul className="ob-list">{decision.reasons.map((r) => <li key={r}>{r}</li>)}</ul>}
      {decision.comments && <p className="ob-quiet">{decision.comments}</p>}</Section>}
    {flags.length > 0 && <div className="ob-flags" role="note"><h3><CircleAlert aria-hidden="true" /> Tried to instruct the agents</h3>
      {flags.map((flag, i) => <q key={i}>{flag}</q>)}<p className="ob-quiet">Nothing came of it.</p></div>}
    {risk && <Section title="Risk">
      <p className={`ob-risk ob-risk-${risk.level}`} id="case-risk">{risk.words}</p>
      <ul className="ob-list">{risk.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
    </Section>}
    {recommendation && <Section title="Recommendation">
      <p><b>{recommendation.approve ? "Approve" : "Look closely before approving"}</b> <span className="ob-quiet">(you decide)</span></p>
      <ul className="ob-list">{recommendation.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
    </Section>}
    {checks.length > 0 && <Section title="Checks"><Checks checks={checks} /></Section>}
    {compliance && <Section title={`Compliance: ${compliance.compliant ? "compliant" : "not compliant"}`}>
      <p className="ob-quiet">{compliance.score.toFixed(2)} of 1</p>
      <Checks checks={compliance.checks.filter((c) => !checks.some((other) => other.key === c.key))} />
    </Section>}
  </>
}

const BUTTONS = [
  { name: "submit", label: "Confirm and send", kind: "main", form: "SubmitForm" },
  { name: "approve", label: "Approve", kind: "main", form: "approve" },
  { name: "decline", label: "Decline", kind: "bad", form: "decline" },
  { name: "ask", label: "Ask the merchant", kind: "", form: "ask" },
  { name: "claim", label: "Take it on", kind: "" },
  { name: "take_back", label: "Take the approval back", kind: "bad", form: "sure" },
  { name: "accept_failed_check", label: "Review it all the same", kind: "" },
  { name: "resume", label: "Try again", kind: "main" },
  { name: "give_up", label: "Give up and undo", kind: "bad", form: "sure" },
  { name: "reopen", label: "Open it again", kind: "main" },
  { name: "withdraw", label: "Withdraw", kind: "quiet", form: "sure" },
]

function Forms({ card, call, only }) {
  const [form, setForm] = useState(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState(null)
  const working = useRef(false)
  const buttons = BUTTONS.filter((button) => card.actions.includes(button.name) && (!only || only.includes(button.name)))
  const shown = buttons.some((button) => button.name === form) ? form : null
  useEffect(() => { if (form && !card.actions.includes(form)) setForm(null) }, [card.actions.join()])
  useEffect(() => { if (said?.ok && said.version !== `${card.version}${card.since}`) setSaid(null) }, [card.version, card.since])

  const send = async (name, fields = {}) => {
    if (working.current) return
    working.current = true
    setBusy(true)
    setSaid(null)
    try {
      const answer = await call({ name, payload: { case_id: card.case_id, version: card.version, ...fields } })
      const { ok, text } = answer?.response ?? { ok: false, text: "That did not arrive. Please try again." }
      setSaid({ ok, text, version: `${card.version}${card.since}` })
      if (ok) setForm(null)
    } catch {
      setSaid({ ok: false, text: "That did not arrive. Please check the connection and try again." })
    } finally {
      working.current = false
      setBusy(false)
    }
  }
  const press = (button) => (button.form && button.form !== "SubmitForm" ? setForm(shown === button.name ? null : button.name) : send(button.name))

  if (!buttons.length && (!said || only)) return null
  return <div className="ob-actions">
    {buttons.length > 0 && !shown && <div className="ob-buttons">
      {buttons.map((button) => <button key={button.name} type="button" id={button.name} disabled={busy}
        className={`ob-button ${button.kind && `ob-${button.kind}`}`} onClick={() => press(button)}>{button.label}</button>)}
    </div>}
    {shown === "approve" && <Approve card={card} busy={busy} send={send} close={() => setForm(null)} />}
    {shown === "decline" && <Decline card={card} busy={busy} send={send} close={() => setForm(null)} />}
    {shown === "ask" && <Ask busy={busy} send={send} close={() => setForm(null)} />}
    {["withdraw", "take_back", "give_up"].includes(shown) && <Sure name={shown} busy={busy} send={send} close={() => setForm(null)} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status" id="action-said">{said?.text}</p>
  </div>
}

function Form({ title, label, kind = "main", busy, close, submit, ready = true, id, children }) {
  const heading = useId()
  const first = useRef(null)
  useEffect(() => { first.current?.querySelector("input, textarea")?.focus() }, [])
  return <form ref={first} className="ob-form" aria-labelledby={heading} onSubmit={(e) => { e.preventDefault(); if (ready) submit() }}
    onKeyDown={(e) => { e.stopPropagation(); if (e.key === "Escape") close() }}>
    <h3 id={heading}>{title}</h3>
    {children}
    <div className="ob-buttons">
      <button type="submit" id={id} className={`ob-button ob-${kind}`} disabled={busy || !ready}>{busy ? "One moment…" : label}</button>
      <button type="button" className="ob-button ob-quiet-button" disabled={busy} onClick={close}>Cancel</button>
    </div>
  </form>
}

function Approve({ card, busy, send, close }) {
  const [comments, setComments] = useState("")
  const open = [...card.staff.checks, ...(card.staff.compliance?.checks ?? [])]
    .filter((check, i, all) => !["held", "not_required"].includes(check.status) && all.findIndex((c) => c.key === check.key) === i)
  return <Form title="Approve this application" label="Approve" id="approve-now" busy={busy} close={close} submit={() => send("approve", { comments })}>
    {open.length > 0 && <p className="ob-note">Open checks: {open.map((check) => check.label).join(", ")}. With your comment you say that you have seen them.</p>}
    <label>Comment for colleagues <span className="ob-quiet">(if you like)</span>
      <textarea id="approve-comment" rows="3" maxLength="4000" value={comments} onChange={(e) => setComments(e.target.value)} /></label>
  </Form>
}

function Decline({ card, busy, send, close }) {
  const [reasons, setReasons] = useState([])
  const [comments, setComments] = useState("")
  const toggle = (code) => setReasons(reasons.includes(code) ? reasons.filter((c) => c !== code) : [...reasons, code])
  return <Form title="Decline this application" label="Decline" kind="bad" id="decline-now" busy={busy} close={close} ready={reasons.length > 0}
    submit={() => send("decline", { reasons, comments })}>
    <fieldset><legend>Why? The merchant reads it in plain words.</legend>
      {card.staff.decline_reasons.map(({ code, label }) => <label key={code} className="ob-choice">
        <input type="checkbox" name="reason" value={code} checked={reasons.includes(code)} onChange={() => toggle(code)} /> {label}
      </label>)}
    </fieldset>
    <label>Comment for colleagues <span className="ob-quiet">(if you like)</span>
      <textarea id="decline-comment" rows="3" maxLength="4000" value={comments} onChange={(e) => setComments(e.target.value)} /></label>
  </Form>
}

function Ask({ busy, send, close }) {
  const [text, setText] = useState("")
  const [reason, setReason] = useState("")
  return <Form title="Ask the merchant" label="Ask" id="ask-now" busy={busy} close={close} ready={Boolean(text.trim() && reason.trim())}
    submit={() => send("ask", { text, reason })}>
    <label>Your question
      <textarea id="ask-text" rows="3" maxLength="4000" value={text} onChange={(e) => setText(e.target.value)} /></label>
    <label>Why you ask <span className="ob-quiet">(the merchant reads it)</span>
      <textarea id="ask-reason" rows="2" maxLength="4000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </Form>
}

const SURE = {
  withdraw: ["Withdraw your application?", "Nothing is lost: you can open it again at any time.", "Withdraw"],
  take_back: ["Take the approval back?", "The case goes back into review. The merchant is told.", "Take back"],
  give_up: ["Give up and undo?", "What was set up is undone, and the case goes back into review.", "Give up"],
}

function Sure({ name, busy, send, close }) {
  const [title, text, label] = SURE[name]
  return <Form title={title} label={label} kind="bad" id={`${name}-now`} busy={busy} close={close} submit={() => send(name)}><p>{text}</p></Form>
}

export default <kept.Application {...props} call={callAction} />
