// A line of the queue, and picking several of them.
import { useState } from "react"
import { AtSign, BellRing, ChevronRight, Eye, Megaphone } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

const when = (iso) => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(new Date(iso))

const ago = (iso) => {
  const minutes = Math.max(0, Math.round((Date.now() - new Date(iso)) / 60000))
  if (minutes < 1) return "just now"
  if (minutes < 60) return `${minutes} min`
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`
  return `${Math.round(minutes / 1440)} days`
}

const Due = ({ at, words }) => {
  const late = new Date(at) < Date.now()
  return <time className={`ob-due ${late ? "ob-late" : ""}`} dateTime={at}>{late ? "overdue since" : "due"} {words}</time>
}

const Complaint = ({ at, words }) => {
  const late = new Date(at) < Date.now()
  return <b className={late ? "ob-late" : undefined}><Megaphone aria-hidden="true" /> Complaint, {late ? "overdue since" : "answer by"} <time dateTime={at}>{words}</time></b>
}

const TONES = { "Your turn": "none", "In review": "wait", "Approved": "good", "Being set up": "wait", "Active": "good", "Declined": "bad", "On hold": "bad" }
const tone = (line) => (line.needs_look || ["in_review", "awaiting_second_approval", "check_failed", "provisioning_failed"].includes(line.state) ? "you" : TONES[line.public_state] || "none")

// Those that are picked among the lines that are there; with ``through`` all from the last one to this.
kept.usePicked ??= (lines) => {
  const [all, setAll] = useState(new Set())
  const [last, setLast] = useState(null)
  const there = lines.filter((line) => !line.gone).map((line) => line.case_id)
  const ids = there.filter((id) => all.has(id))
  const toggle = (id, through = false) => {
    const [from, to] = [there.indexOf(last), there.indexOf(id)].sort((a, b) => a - b)
    const span = through && from >= 0 ? there.slice(from, to + 1) : [id]
    const picks = !all.has(id)
    const now = new Set(ids)
    span.forEach((each) => (picks ? now.add(each) : now.delete(each)))
    setAll(now)
    setLast(id)
  }
  return { ids, has: (id) => all.has(id), toggle, clear: () => setAll(new Set()) }
}

kept.QueueLine ??= function QueueLine({ line, root, height, picked }) {
  const name = line.name || "New application"
  const missing = line.missing ? `${line.missing} missing` : "no risk score yet"
  return <li className={line.gone ? "ob-gone" : undefined} data-item={line.case_id} style={height ? { height, overflow: "hidden" } : undefined}>
    {picked && <label className="ob-pick"><input type="checkbox" aria-label={`Pick ${name}`} checked={!line.gone && picked.has(line.case_id)} disabled={line.gone}
      onChange={(e) => picked.toggle(line.case_id, e.nativeEvent.shiftKey)} /></label>}
    <a href={`${root}/case/${line.case_id}`} className="ob-line" data-case={line.case_id}>
      <span className="ob-line-name">{name}
        {line.assignee && <span className="ob-quiet"> · {line.assignee}</span>}</span>
      <span className="ob-line-state">
        <span className={`ob-state ob-${line.gone ? "none" : tone(line)}`}>{line.gone ? "Not here any more" : line.state_words}</span>
        {line.state && line.state_words !== line.public_state && <span className="ob-quiet">merchant reads “{line.public_state}”</span>}
      </span>
      <span className={`ob-line-risk ${line.level ? `ob-risk-${line.level}` : "ob-quiet"}`}>{line.risk || missing}</span>
      {line.about && <span className="ob-line-about ob-quiet">{line.about}</span>}
      <span className="ob-line-time ob-quiet">
        <time dateTime={line.waiting_since} title={`since ${when(line.waiting_since)}`}>
          <b>{ago(line.waiting_since)}</b> since {when(line.waiting_since)}</time>
        {line.due && <span className="ob-block"><Due {...line.due} /></span>}
      </span>
      {(line.marks.length > 0 || line.snoozed) && <span className="ob-line-mark">
        {line.marks.includes("asked") && <b><AtSign aria-hidden="true" /> Your opinion is asked</b>}
        {line.answer_by && <Complaint {...line.answer_by} />}
        {line.marks.includes("escalated") && <b className="ob-late"><BellRing aria-hidden="true" /> Raised to the leads</b>}
        {line.marks.includes("watched") && <b><Eye aria-hidden="true" /> Moved since you looked</b>}
        {line.snoozed && <span className="ob-quiet">Put aside until {[line.snoozed.words, line.snoozed.until && when(line.snoozed.until)].filter(Boolean).join(" or ")}: {line.snoozed.reason}</span>}
      </span>}
      {line.overrides.length > 0 && <span className="ob-line-override">{line.overrides.map((words) => <span key={words} title={words}>{words}</span>)}</span>}
      <ChevronRight aria-hidden="true" className="ob-go" />
    </a>
  </li>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
