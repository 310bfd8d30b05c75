// The reviewer's home: the cases, those that have waited longest first. Drawn again as they change.
import { useRef, useState } from "react"
import { ChevronRight } from "lucide-react"

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

// While somebody points at the list no line moves away under their finger: what has gone stays, marked, and
// what is new comes below.
const inTheirPlaces = (before, now) => {
  const latest = new Map(now.map((line) => [line.case_id, line]))
  const placed = new Set(before.map((line) => line.case_id))
  return [
    ...before.map((line) => latest.get(line.case_id) ?? { ...line, gone: true }),
    ...now.filter((line) => !placed.has(line.case_id)),
  ]
}

kept.Queue ??= function Queue({ cases, parts, part, more, root, invite, call }) {
  const [find, setFind] = useState("")
  const [asked, setAsked] = useState(null)
  const [pointed, setPointed] = useState(false)
  const drawn = useRef({ part, lines: cases })
  const lines = pointed && drawn.current.part === part ? inTheirPlaces(drawn.current.lines, cases) : cases
  drawn.current = { part, lines }
  const wanted = find.trim().toLowerCase()
  const shown = lines.filter((line) => !wanted || (line.name || "").toLowerCase().includes(wanted))
  const choose = async (key) => {
    setAsked(key)
    try { await call({ name: "find", payload: { part: key } }) } finally { setAsked(null) }
  }
  return <section className="ob-queue" id="queue" aria-label="Applications" aria-busy={asked !== null}>
    <div className="ob-between ob-queue-head">
      <h2>Applications</h2>
      {invite && <a className="ob-invite" id="invite" href={invite}>Invite a merchant</a>}
      <input type="search" className="ob-find" placeholder="Find by name" aria-label="Find by name" value={find}
        onChange={(e) => setFind(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
    </div>
    <div className="ob-parts" role="group" aria-label="Which applications">
      {parts.map(({ key, label }) => <button key={key} type="button" data-part={key} aria-pressed={(asked ?? part) === key}
        onClick={() => choose(key)}>{label}</button>)}
    </div>
    <ul className="ob-lines" aria-live="polite" aria-relevant="additions"
      onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
      {shown.map((line) => <li key={line.case_id} className={line.gone ? "ob-gone" : undefined}>
        <a href={`${root}/case/${line.case_id}`} className="ob-line" data-case={line.case_id}>
          <span className="ob-line-name">{line.name || "New application"}
            {line.assignee && <span className="ob-quiet"> · {line.assignee}</span>}</span>
          <span className="ob-line-state">
            <span className={`ob-state ob-${line.gone ? "none" : tone(line)}`}>{line.gone ? "Not here any more" : line.state_words}</span>
            {!line.gone && line.state && line.state_words !== line.public_state && <span className="ob-quiet">merchant reads “{line.public_state}”</span>}
          </span>
          <span className={`ob-line-risk ${line.level ? `ob-risk-${line.level}` : "ob-quiet"}`}>{line.risk || (line.missing ? `${line.missing} missing` : "no risk score yet")}</span>
          <span className="ob-line-time ob-quiet">
            <time dateTime={line.waiting_since} title={`since ${when(line.waiting_since)}`}>
              <b>{ago(line.waiting_since)}</b> since {when(line.waiting_since)}</time>
            {line.due && !line.gone && <span className="ob-block"><Due {...line.due} /></span>}
          </span>
          {!line.gone && (line.escalated || line.snoozed) && <span className="ob-line-mark">
            {line.escalated && <b className="ob-late">Raised to the leads</b>}
            {line.snoozed && <span className="ob-quiet">Put aside until {[line.snoozed.words, line.snoozed.until && when(line.snoozed.until)].filter(Boolean).join(" or ")}: {line.snoozed.reason}</span>}
          </span>}
          {!line.gone && line.overrides.length > 0 && <span className="ob-line-override">{line.overrides.map((words) => <span key={words} title={words}>{words}</span>)}</span>}
          <ChevronRight aria-hidden="true" className="ob-go" />
        </a>
      </li>)}
    </ul>
    {!shown.length && <p className="ob-empty">{wanted ? "No application here has that in its name." : part === "waiting" ? "Nothing waits for you. New applications appear here by themselves." : "Nothing here."}</p>}
    {more && <p className="ob-quiet">The first {cases.length} are shown.</p>}
  </section>
}

const TONES = { "Your turn": "none", "In review": "wait", "Approved": "good", "Being set up": "wait", "Active": "good", "Declined": "bad", "On hold": "bad" }
const tone = (line) => (line.needs_look || ["in_review", "awaiting_second_approval", "check_failed", "provisioning_failed"].includes(line.state) ? "you" : TONES[line.public_state] || "none")

export default <kept.Queue {...props} call={callAction} />
