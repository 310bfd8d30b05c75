// What both cards are made of. Chainlit loads each file of this folder by itself, so a piece stands on `window`
// (and stays there: what somebody fills in survives the card being drawn again), and tells when it is there.
import { useEffect, useId, useRef, useState } from "react"
import { Check, ChevronDown, Circle, CircleDashed, CircleX, Loader, Undo2 } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

kept.moment ??= (iso, language) =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(new Date(iso))

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

// Beside the conversation; where there is no room folded into one line above it, which opens as a sheet (onboard.css).
kept.Frame ??= function Frame({ card, title, state, label, count, always, children }) {
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const head = useRef(null)
  const is_sheet = narrow && open
  useEffect(() => {
    const behind = document.getElementById("message-composer")
    behind?.toggleAttribute("inert", is_sheet)
    return () => behind?.removeAttribute("inert")
  }, [is_sheet])
  useEffect(() => {
    const leave_free = () => setOpen(false)
    kept.addEventListener("look behind", leave_free)
    return () => kept.removeEventListener("look behind", leave_free)
  }, [])
  const badge = <span className={`ob-state ob-${TONE[card.public_state] || "none"}`} id="case-state">{state}</span>
  if (!narrow) {
    return <section className="ob-card ob-wide" id="case-card" aria-label={label} data-state={card.public_state} tabIndex="0">
      <header className="ob-head"><h1 className="ob-title">{title}</h1>{badge}</header>
      <div className="ob-body">{children}{always(true)}</div>
    </section>
  }
  const leave = (event) => {
    if (event.key !== "Escape" || !open) return
    setOpen(false)
    head.current?.focus()
  }
  return <section className={`ob-card ob-narrow ${open ? "ob-open" : ""}`} id="case-card" aria-label={label} data-state={card.public_state} onKeyDown={leave}>
    <h1><button type="button" className="ob-head" ref={head} aria-expanded={open} aria-controls="ob-narrow-body" onClick={() => setOpen(!open)}>
      <span className="ob-title">{title}</span>{badge}{count && <span className="ob-count">{count}</span>}<ChevronDown className="ob-chevron" aria-hidden="true" />
    </button></h1>
    <div id="ob-narrow-body" hidden={!open}><div className="ob-body">{children}</div></div>
    {always(open)}
  </section>
}

kept.Section ??= function Section({ title, children, ...more }) {
  return <div className="ob-section" {...more}><h2>{title}</h2>{children}</div>
}

// Whoever reviews reads the summary, and unfolds the rest.
kept.isUnderReview ??= (card) => ["in_review", "awaiting_second_approval"].includes(card.staff.state)

const STEP_ICON = { done: Check, failed: CircleX, undone: Undo2, pending: CircleDashed, running: Loader }

kept.Steps ??= function Steps({ card, title, labels, words, id_words }) {
  if (!card.steps.length && !card.merchant_id) return null
  const next = card.public_state === "Being set up" ? card.steps.findIndex((step) => step.status === "pending") : -1
  return <kept.Section title={title}>
    <ol className="ob-steps" id="case-steps">
      {card.steps.map((step, i) => {
        const status = i === next ? "running" : step.status
        const Icon = STEP_ICON[status] || Circle
        return <li key={step.step} className={`ob-step-${status}`} data-status={status}>
          <Icon aria-hidden="true" className={status === "running" ? "ob-spin" : ""} />
          <span>{labels?.[step.step] ?? step.label}</span><span className="ob-quiet">{words[status] || status}</span>
        </li>
      })}
    </ol>
    {card.merchant_id && <p className="ob-id">{id_words} <code id="merchant-id">{card.merchant_id}</code></p>}
  </kept.Section>
}

// Sends a press, one at a time; the answer is {ok, text}.
kept.usePress ??= (card, call, lost) => {
  const [busy, setBusy] = useState(false)
  const working = useRef(false)
  const press = async (name, fields = {}) => {
    if (working.current) return null
    working.current = true
    setBusy(true)
    try {
      const answer = await call({ name, payload: { case_id: card.case_id, version: card.version, ...fields } })
      return answer?.response ?? { ok: false, text: lost }
    } catch {
      return { ok: false, text: lost }
    } finally {
      working.current = false
      setBusy(false)
    }
  }
  return [busy, press]
}

kept.Form ??= function Form({ title, label, kind = "main", busy, close, submit, ready = true, id, words, children }) {
  const heading = useId()
  const form = useRef(null)
  useEffect(() => { (form.current?.querySelector("[data-first]") ?? form.current?.querySelector("input, select, textarea, button"))?.focus() }, [])
  return <form ref={form} className="ob-form" aria-labelledby={heading} autoComplete="off"
    onSubmit={(e) => { e.preventDefault(); if (ready) submit() }}
    onKeyDown={(e) => { e.stopPropagation(); if (e.key === "Escape") close() }}>
    <h2 id={heading}>{title}</h2>
    {children}
    <div className="ob-buttons">
      <button type="submit" id={id} className={`ob-button ob-${kind}`} disabled={busy || !ready}>{busy ? words.wait : label}</button>
      <button type="button" className="ob-button ob-quiet-button" disabled={busy} onClick={close}>{words.cancel}</button>
    </div>
  </form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
