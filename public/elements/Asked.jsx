// What a reviewer asks of the merchant, each thing answered where it stands: filled in, sent, said, or not to be had.
import { useId, useRef, useState } from "react"
import { Check, ChevronDown, CircleDot, CircleMinus } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const ICON = { open: CircleDot, given: Check, confirmed: Check, none: CircleMinus }
const line_of = (item, own) => own.lines.find((line) => line.group === "requested"
  && (item.kind === "detail" ? line.subject === item.subject && line.key.endsWith(`.${item.detail}`) : line.key === item.key))

kept.Asked ??= function Asked({ card, busy, press, upload }) {
  const { request, own } = card
  const words = own.texts
  if (!request?.open) return null
  const count = words.request_count.replace("{done}", request.answered).replace("{total}", request.total)
  const done = request.answered === request.total
  return <div className="ob-section ob-asked" id="asked">
    <div className="ob-between"><h2>{words.request_title}</h2><span className="ob-quiet">{words.request_by.replace("{when}", request.due)}</span></div>
    <p className="ob-quiet"><b id="asked-count">{count}</b>. {done ? words.request_done_lead : words.request_open_lead}</p>
    <ul className="ob-ledger">
      {request.items.map((item) => <Item key={item.key} item={item} line={line_of(item, own)} own={own} busy={busy} press={press} upload={upload} />)}
    </ul>
  </div>
}

function Item({ item, line, own, busy, press, upload }) {
  const words = own.texts
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState(null)
  const row = useRef(null)
  const panel = useId()
  const Icon = ICON[item.status]
  const saved = (text) => { setOpen(false); setSaid(text); row.current?.focus() }
  const answer = async (how, text = "") => {
    const made = await press("answer_item", { field: item.key, value: how, text })
    if (made?.ok) saved(made.text)
    return made
  }
  const about = { item, line, own, busy, press, upload, answer, saved, close: () => { setOpen(false); row.current?.focus() } }
  return <li className={`ob-line-of ob-is-${item.status === "open" ? "currently_due" : "satisfied"}`} data-item={item.key} data-status={item.status}>
    <button type="button" ref={row} className="ob-row-head" aria-expanded={open} aria-controls={panel} onClick={() => { setSaid(null); setOpen(!open) }}>
      <Icon aria-hidden="true" />
      <span className="ob-label">{item.label}</span>
      <span className="ob-value">{words[`request_status_${item.status}`]}</span>
      <ChevronDown className="ob-chevron" aria-hidden="true" />
    </button>
    <span role="status" className="ob-said">{said}</span>
    <div id={panel} className="ob-below" hidden={!open}>
      {open && <>
        <p>{item.why} {item.text && <q>{item.text}</q>}</p>
        {item.answer && <p className="ob-quiet">{words.request_your_answer}: {item.answer}</p>}
        <Way {...about} />
        {item.status === "open" && <Otherwise {...about} />}
      </>}
    </div>
  </li>
}

function Way({ item, line, own, busy, press, upload, answer, saved, close }) {
  const words = own.texts
  if (item.kind === "question") return <Words label={words.request_your_answer} send={words.request_send} busy={busy} words={words} act={(text) => answer("given", text)} />
  if (item.kind === "document") return upload ? <a className="ob-button ob-main" href={`${upload}?kind=${item.document}`}>{words.paper_send}</a> : null
  return line ? <>
    {line.value && <p className="ob-quiet">{line.label}: {line.value}</p>}
    <kept.Entry line={line} own={own} busy={busy} press={press} close={close} saved={saved} />
  </> : null
}

// What is not filled in, sent or said: it is right already, or there is none.
function Otherwise({ item, line, own, busy, answer }) {
  const words = own.texts
  const [none, setNone] = useState(false)
  const [wrong, setWrong] = useState(null)
  const confirm = async () => setWrong((await answer("confirmed"))?.text)
  return <>
    <div className="ob-buttons">
      {item.kind === "field" && line?.value && <button type="button" data-act="confirmed" className="ob-button ob-small" disabled={busy} onClick={confirm}>{words.request_confirm}</button>}
      <button type="button" data-act="none" className="ob-button ob-small" aria-expanded={none} disabled={busy} onClick={() => setNone(!none)}>{words.request_none}</button>
    </div>
    {wrong && <p className="ob-wrong" role="alert">{wrong}</p>}
    {none && <Words label={words.request_why_none} send={words.request_send_none} busy={busy} words={words} act={(text) => answer("none", text)} />}
  </>
}

function Words({ label, send, busy, words, act }) {
  const [text, setText] = useState("")
  const [wrong, setWrong] = useState(null)
  return <form className="ob-entry" onKeyDown={(e) => e.stopPropagation()}
    onSubmit={async (e) => { e.preventDefault(); const made = await act(text); setWrong(made && !made.ok ? made.text : null) }}>
    <label>{label}<textarea rows="3" maxLength="2000" value={text} aria-invalid={wrong ? "true" : undefined} onChange={(e) => setText(e.target.value)} /></label>
    {wrong && <p className="ob-wrong" role="alert">{wrong}</p>}
    <div className="ob-buttons"><button type="submit" className="ob-button ob-main" disabled={busy || !text.trim()}>{busy ? words.wait : send}</button></div>
  </form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
