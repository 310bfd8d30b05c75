// The card of the team, beside the conversation: the application, what was found, and what may be done now. The
// merchant's own is MyApplication.jsx.
import { useSyncExternalStore } from "react"
import { ArrowRight, Check, Circle, CircleAlert, CircleDashed, CircleMinus, CircleX } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

kept.Application ??= function Application({ card, call, root, here, answers }) {
  const [busy, press] = kept.usePress(card, call, "That did not arrive. Please check the connection and try again.")
  return <kept.Frame card={card} title={card.name || "New application"} state={card.state_words} label="Application" count={card.done < card.total && `${card.done}/${card.total}`}
    always={(open) => open && <kept.Decisive card={card} busy={busy} press={press} />}>
    <kept.Barred text={card.staff.barred} look={card.staff.needs_look} />
    <Standing card={card} />
    <kept.Lateness {...card.assignment} />
    <kept.Attended card={card} />
    <kept.Appealed card={card} />
    <kept.Summary card={card} busy={busy} press={press} />
    {/* What was decided and asked, and what has to be looked at. */}
    <kept.Decided card={card} />
    {card.question && <p className="ob-note">Asked: {card.question}</p>}
    <kept.Request card={card} busy={busy} press={press} />
    {card.outcome.length > 0 && <kept.Section title="What the merchant reads"><ul className="ob-list">{card.outcome.map((line) => <li key={line}>{line}</li>)}</ul></kept.Section>}
    <kept.Steps card={card} title="Setting up the account" words={STEP_WORDS} id_words="Merchant id" />
    <kept.Matches card={card} busy={busy} press={press} />
    {/* The means: the conversation, and whose case it is. */}
    <kept.Together card={card} here={here} answers={answers} busy={busy} press={press} />
    <kept.Assignment card={card} busy={busy} press={press} call={call} />
    {/* The details. */}
    <kept.Category card={card} busy={busy} press={press} />
    <Findings card={card} root={root} busy={busy} press={press} />
    <Items card={card} />
    {kept.Ownership && <kept.Ownership card={card} />}
    {kept.Evidence && <kept.Evidence card={card} root={root} busy={busy} press={press} />}
  </kept.Frame>
}

const STEP_WORDS = { done: "done", failed: "failed", undone: "undone", pending: "to do", running: "running" }
const when = (iso) => kept.moment(iso)

function Standing({ card }) {
  return <div className="ob-standing">
    <p className="ob-quiet">since {when(card.since)}</p>
    {card.due && <Due {...card.due} />}
  </div>
}

function Progress({ card }) {
  const share = card.total ? Math.round((100 * card.done) / card.total) : 100
  return <div className="ob-progress">
    <b>{card.done} of {card.total} done</b>
    <div className="ob-bar" role="progressbar" aria-label="Items done" aria-valuemin="0" aria-valuemax={card.total} aria-valuenow={card.done}>
      <span style={{ width: `${share}%` }} />
    </div>
  </div>
}

const ITEM_ICON = { given: Check, missing: CircleDashed, absent: CircleMinus }
const ITEM_WORDS = { missing: "still missing", absent: "there is none" }

function Items({ card }) {
  const listed = card.items.filter((item) => item.status !== "optional")
  const optional = card.items.filter((item) => item.status === "optional").map((item) => item.label.replace(/^(?!IBAN)./, (c) => c.toLowerCase()))
  return <details className="ob-fold ob-section" id="application" open={!kept.isUnderReview(card)}>
    <summary><h2>Application</h2> <span className="ob-quiet">every field, and where it comes from</span></summary>
    <Progress card={card} />
    <ul className="ob-items">
      {listed.map((item) => {
        const Icon = ITEM_ICON[item.status]
        return <li key={item.key} className={`ob-item-${item.status}`} data-key={item.key} data-status={item.status}>
          <Icon aria-hidden="true" />
          <span className="ob-label">{item.label}</span>
          <span className="ob-value">{item.value ?? ITEM_WORDS[item.status]}
            {item.changed_from && <span className="ob-quiet"> (was {item.changed_from})</span>}
          </span>
          {item.origin && <Origin item={item} />}
        </li>
      })}
    </ul>
    {optional.length > 0 && <p className="ob-quiet" id="optional-items">Optional, not given: {optional.join(", ")}.</p>}
  </details>
}

// The words that a value was read from, and one click away who said them, when, and how sure that is.
function Origin({ item }) {
  const { quote, who, at, how, before } = item.origin
  return <details className="ob-quote">
    <summary>{quote ? <q>{quote}</q> : how}</summary>
    <span className="ob-block">{who} · <time dateTime={at}>{when(at)}</time> · {how}</span>
    {before && <span className="ob-block"><del>{before}</del> <ArrowRight aria-label="→" /> <ins>{item.value}</ins></span>}
  </details>
}

const CHECK_ICON = { held: Check, failed: CircleX, not_required: CircleMinus, not_checked: CircleDashed, error: CircleAlert }
const CHECK_WORDS = { held: "held", failed: "failed", not_required: "not required", not_checked: "not checked", error: "could not be made" }

const URGENT = ["failed", "error", "not_checked"]
const holds = (check) => !URGENT.includes(check.status)
const says_more = (check) => check.findings.length > 0 || check.duplicates.length > 0
const count = (checks) => {
  const spared = checks.filter((check) => check.status === "not_required").length
  const held = checks.length - spared
  return [held === 1 ? "1 check holds" : `${held} checks hold`, ...(spared ? [`${spared} not required`] : [])].join(", ")
}

// What does not hold first, then what holds but says something; the rest folded into one line.
// ``above``: checks that stand on the card already, whose words are not repeated.
function Checks({ checks, above = [], ...given }) {
  const first = checks.filter((check) => !holds(check) || says_more(check)).sort((a, b) => rank(a) - rank(b))
  const rest = checks.filter((check) => !first.includes(check))
  const list = (some) => <ul className="ob-checks">{some.map((check) => <CheckLine key={check.key} check={check} above={above} {...given} />)}</ul>
  return <>
    {first.length > 0 && list(first)}
    {rest.length > 0 && <details className="ob-fold ob-holding"><summary>{count(rest)}</summary>{list(rest)}</details>}
  </>
}

const rank = (check) => (holds(check) ? URGENT.length : URGENT.indexOf(check.status))

function CheckLine({ check, above, root, overriding }) {
  const Icon = CHECK_ICON[check.status] || Circle
  const told = above.find((other) => !holds(other) && check.reason.startsWith(`${other.label}: `))
  const is_said = (found) => check.reason.includes(found.text.replace(/\.$/, ""))
  return <li className={`ob-check-${check.status}`} data-check={check.key}>
    <Icon aria-hidden="true" />
    <span><b>{check.label}</b> <span className="ob-word">{CHECK_WORDS[check.status] || check.status}</span>
      <span className="ob-quiet ob-block">{told ? `${told.label}: see above.` : check.reason}</span>
      {check.findings.map((found) => <span key={found.code} className="ob-found">
        {!is_said(found) && <b>{found.text} </b>}{found.advice}{found.told && <i> The merchant reads this too.</i>}
      </span>)}
      {check.duplicates.map((other) => <span key={other.case_id} className="ob-found">
        <a href={`${root}/case/${other.case_id}`} data-duplicate={other.case_id}>Open {other.whose} application</a>: {other.shared}; {other.state} at the time.
      </span>)}
    </span>
    <kept.Overriding {...overriding} subject={check.key} />
  </li>
}

function Due({ at, words }) {
  const late = new Date(at) < Date.now()
  return <p className={`ob-due ${late ? "ob-late" : ""}`} id="review-due">{late ? "Review overdue since" : "Review due"} <time dateTime={at}>{words}</time></p>
}

function Findings({ card, root, busy, press }) {
  const { compliance, checks } = card.staff
  const overriding = { card, busy, press }
  return <>
    {checks.length > 0 && <kept.Section title="Every check"><Checks checks={checks} root={root} overriding={overriding} /></kept.Section>}
    {compliance && <kept.Section title={`Compliance: ${compliance.compliant ? "compliant" : "not compliant"}`}>
      <p className="ob-quiet">{compliance.score.toFixed(2)} of 1</p>
      <Checks checks={compliance.checks.filter((c) => !checks.some((other) => other.key === c.key))} above={checks} root={root} overriding={overriding} />
    </kept.Section>}
  </>
}

const tell = (changed) => { kept.addEventListener("piece", changed); return () => kept.removeEventListener("piece", changed) }

kept.ApplicationWhenThere ??= function ApplicationWhenThere(given) {
  const there = useSyncExternalStore(tell, () => Boolean(kept.Frame && kept.Summary && kept.Assignment && kept.Matches && kept.Category && kept.Ownership && kept.Evidence && kept.CheckForm && kept.Together && kept.Overriding && kept.Decisive && kept.Request && kept.Approve && kept.Decided && kept.NoticePreview && kept.KeysButton))
  return there ? <kept.Application {...given} /> : null
}

export default <kept.ApplicationWhenThere {...props} call={callAction} />
