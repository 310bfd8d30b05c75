// Asking a merchant for several things at once, and what came of it: how far it is, then the difference.
import { useState } from "react"
import { Check, CircleDashed, CircleMinus, Plus, X } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const WORDS = { wait: "One moment…", cancel: "Cancel" }
const ICON = { open: CircleDashed, given: Check, confirmed: Check, none: CircleMinus }
const STATUS = { open: "open", given: "answered", confirmed: "right as it stands", none: "the merchant does not have it" }
const QUESTION = "question"

// What stands in the form under “Ask the merchant”: a question at first, and whatever else is needed.
kept.Ask ??= function Ask({ card, busy, send, close }) {
  const { asking } = card.staff
  const blank = { item: QUESTION, reason: asking.reasons[0].key, text: "" }
  const [rows, setRows] = useState([blank])
  const [until, setUntil] = useState(asking.usual)
  const [note, setNote] = useState("")
  const set = (at, part) => setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)))
  const ready = rows.every((row) => row.item && (row.item !== QUESTION || row.text.trim()))
  return <kept.Form words={WORDS} title="Ask the merchant" label="Ask" id="ask-now" busy={busy} close={close} ready={ready}
    submit={() => send("request", { asked: rows, until, text: note })}>
    {rows.map((row, i) => <Row key={i} row={row} at={i} rows={rows} asking={asking} set={(part) => set(i, part)} drop={() => setRows(rows.filter((_, other) => other !== i))} />)}
    <button type="button" className="ob-button ob-small" id="ask-more" disabled={rows.length >= 20} onClick={() => setRows([...rows, { ...blank, item: "" }])}>
      <Plus aria-hidden="true" /> Ask for something else</button>
    <label>Until the end of <input type="date" id="ask-until" min={asking.first} max={asking.last} value={until} required onChange={(e) => setUntil(e.target.value)} /></label>
    <label>Why, for colleagues <span className="ob-quiet">(if you like; the merchant does not read it)</span>
      <textarea id="ask-note" rows="2" maxLength="4000" value={note} onChange={(e) => setNote(e.target.value)} /></label>
  </kept.Form>
}

function Row({ row, at, rows, asking, set, drop }) {
  const id = (name) => (at ? `ask-${name}-${at + 1}` : `ask-${name}`)
  const taken = (key) => key !== QUESTION && rows.some((other, i) => i !== at && other.item === key)
  const options = (choices) => choices.filter((choice) => !taken(choice.key)).map((choice) => <option key={choice.key} value={choice.key}>{choice.label}</option>)
  return <fieldset className="ob-ask" data-ask={at}>
    <legend className="ob-quiet">{rows.length > 1 ? `${at + 1} of ${rows.length}` : "What you need"}</legend>
    <label>What
      <select id={id("item")} value={row.item} onChange={(e) => set({ item: e.target.value })}>
        <option value="">Please choose</option>
        <option value={QUESTION}>A question</option>
        <optgroup label="Details of the business">{options(asking.fields)}</optgroup>
        <optgroup label="Documents">{options(asking.documents)}</optgroup>
        {asking.details.length > 0 && <optgroup label="People behind it">{options(asking.details)}</optgroup>}
      </select></label>
    <label>{row.item === QUESTION ? "Your question" : <>Words beside it <span className="ob-quiet">(if you like)</span></>}
      <textarea id={id("text")} data-first={at === 0 ? "" : undefined} rows={row.item === QUESTION ? 3 : 1} maxLength="2000" value={row.text} onChange={(e) => set({ text: e.target.value })} /></label>
    <label>Why <span className="ob-quiet">(the merchant reads it in neutral words)</span>
      <select id={id("reason")} value={row.reason} onChange={(e) => set({ reason: e.target.value })}>{asking.reasons.map((reason) => <option key={reason.key} value={reason.key}>{reason.label}</option>)}</select></label>
    {rows.length > 1 && <button type="button" className="ob-button ob-small ob-quiet-button" aria-label={`Leave out: ${at + 1} of ${rows.length}`} onClick={drop}><X aria-hidden="true" /> Leave it out</button>}
  </fieldset>
}

// What was asked, and what came back: open while the merchant answers, then until the next request.
kept.Request ??= function Request({ card, busy, press }) {
  const { request } = card
  if (!request || request.taken_back) return null
  const title = request.open ? "Asked of the merchant" : "What the merchant was asked"
  return <kept.Section title={title} id="request">
    <p className="ob-quiet"><b id="request-count">{request.answered} of {request.total} answered</b>{request.open && <> · until {request.due}</>}{request.by && <> · asked by {request.by}</>}</p>
    {request.note && <p className="ob-note">{request.note}</p>}
    <ul className="ob-items">{request.items.map((item) => <Item key={item.key} item={item} card={card} busy={busy} press={press} />)}</ul>
    {!request.open && request.checks.length > 0 && <><p className="ob-quiet">Checks that ended otherwise than before:</p>
      <ul className="ob-list">{request.checks.map((check) => <li key={check.key}><b>{check.label}</b>: {check.before && <><del>{in_words(check.before)}</del>{" → "}</>}<ins>{in_words(check.after)}</ins></li>)}</ul></>}
    <Change card={card} busy={busy} press={press} />
  </kept.Section>
}

const in_words = (status) => (status === "error" ? "could not be made" : status.replaceAll("_", " "))

function Item({ item, card, busy, press }) {
  const Icon = ICON[item.status]
  const may = card.actions.includes("withdraw_request") && item.status === "open"
  return <li className={`ob-item-${item.status === "open" ? "missing" : "given"}`} data-asked={item.key} data-status={item.status}>
    <Icon aria-hidden="true" />
    <span className="ob-label">{item.label}</span>
    <span className="ob-value">
      {item.after && item.after !== item.before ? <>{item.before && <><del>{item.before}</del>{" → "}</>}<ins>{item.after}</ins></> : STATUS[item.status]}
      {item.answer && <q className="ob-block">{item.answer}</q>}
      {item.source && <span className="ob-quiet ob-block">{item.source}</span>}
      <span className="ob-quiet ob-block">{item.reason}{item.text && <>: “{item.text}”</>}</span>
      {may && <button type="button" className="ob-button ob-small ob-quiet-button" disabled={busy} aria-label={`Not needed any more: ${item.label}`}
        onClick={() => press("withdraw_request", { subject: item.key })}>Not needed any more</button>}
    </span>
  </li>
}

function Change({ card, busy, press }) {
  const [until, setUntil] = useState("")
  const [said, setSaid] = useState(null)
  if (!card.actions.includes("extend_request")) return null
  const act = async (name, fields) => setSaid(await press(name, fields))
  return <details className="ob-changing">
    <summary>More time, or take it back</summary>
    <form className="ob-entry" onSubmit={(e) => { e.preventDefault(); act("extend_request", { until }) }} onKeyDown={(e) => e.stopPropagation()}>
      <label>More time, until the end of <input type="date" id="request-until" value={until} onChange={(e) => setUntil(e.target.value)} /></label>
      <div className="ob-buttons">
        <button type="submit" id="extend-request" className="ob-button ob-small" disabled={busy || !until}>Give more time</button>
        <button type="button" id="withdraw-request" className="ob-button ob-small" disabled={busy} onClick={() => act("withdraw_request", {})}>Take the request back</button>
      </div>
    </form>
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status">{said?.text}</p>
  </details>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
