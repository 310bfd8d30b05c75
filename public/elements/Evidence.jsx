// How well each fact is known, from the merchant's word to an independent source, and the checks made elsewhere.
import { useState } from "react"
import { ChevronDown, CircleAlert, CircleDashed, Paperclip } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const STEPS = [1, 2, 3, 4]
const day = (iso) => new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }).format(new Date(iso))

kept.Evidence ??= function Evidence({ card, root, busy, press }) {
  const { facts, checks, may_record } = card.staff.evidence
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState(null)
  if (!facts.length) return null
  const record = async (report) => {
    const answer = await press("record_check", { report })
    if (answer) setSaid(answer)
    if (answer?.ok) setOpen(false)
  }
  return <kept.Section title="Evidence" id="evidence">
    <Facts facts={facts} folds={kept.isUnderReview(card)} />
    {checks.length > 0 && <div id="checks-elsewhere"><h3>Checks made elsewhere</h3>
      <ul className="ob-elsewhere">{checks.map((check, i) => <Elsewhere key={i} check={check} root={root} case_id={card.case_id} />)}</ul></div>}
    {may_record && !open && <button type="button" id="record-check" className="ob-button ob-small" disabled={busy}
      onClick={() => { setSaid(null); setOpen(true) }}>Record a check</button>}
    {open && kept.CheckForm && <kept.CheckForm card={card} root={root} busy={busy} record={record} fail={setSaid} close={() => setOpen(false)} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status" id="check-said">{said?.text}</p>
  </kept.Section>
}

// What is not known well enough first; under review the rest is folded into one line.
function Facts({ facts, folds }) {
  const first = facts.filter(lacks)
  const rest = facts.filter((fact) => !lacks(fact))
  const list = (some) => <ul className="ob-facts">{some.map((fact) => <Fact key={fact.key} fact={fact} />)}</ul>
  return <>
    {first.length > 0 && list(first)}
    {rest.length > 0 && <details className="ob-fold ob-holding" open={!folds}><summary>{counted(rest)}</summary>{list(rest)}</details>}
  </>
}

const lacks = (fact) => Boolean(fact.needs) || fact.against.length > 0
const counted = (facts) => {
  const levels = [...new Set(facts.toSorted((a, b) => b.step - a.step).map((fact) => fact.words))]
  const each = levels.map((words) => `${facts.filter((fact) => fact.words === words).length} ${words.toLowerCase()}`)
  return `${facts.length === 1 ? "1 fact" : `${facts.length} facts`}: ${each.join(", ")}`
}

// Four steps and the word: neither colour nor shape alone says it.
function Fact({ fact }) {
  return <li data-fact={fact.key} data-level={fact.level}>
    <details>
      <summary>
        <span className="ob-label">{fact.label}</span>
        <span className="ob-ladder" aria-hidden="true">{STEPS.map((step) => <i key={step} className={step <= fact.step ? "ob-on" : ""} />)}</span>
        <span className="ob-level">{fact.words}</span>
        <ChevronDown className="ob-chevron" aria-hidden="true" />
        {fact.needs && <span className="ob-gap"><CircleDashed aria-hidden="true" /> Not yet at its level: {fact.needs.toLowerCase()}</span>}
        {fact.against.map((line) => <span key={line} className="ob-gap ob-wrong"><CircleAlert aria-hidden="true" /> {line}</span>)}
      </summary>
      <p className="ob-quiet">{fact.source} · {fact.by} · <time dateTime={fact.at}>{kept.moment(fact.at)}</time></p>
      {fact.gap && <p className="ob-quiet">{fact.gap}</p>}
    </details>
  </li>
}

function Elsewhere({ check, root, case_id }) {
  return <li className={check.stands ? "" : "ob-former"} data-result={check.result}>
    <b>{check.method_words}</b>: {check.result_words}. {check.about.join(", ")}
    <span className="ob-quiet ob-block">
      {check.source}{check.reference && `, ${check.reference}`} · {check.by} · <time dateTime={check.made_at}>{day(check.made_at)}</time>
      {check.expires_on && <> · counts until {day(check.expires_on)}</>}
      {!check.stands && " · stands no longer: it was corrected, or the value has changed"}
    </span>
    {check.comment && <span className="ob-quiet ob-block">{check.comment}</span>}
    {check.document_name && root && <a className="ob-paper" href={`/upload/${case_id}/${check.document_id}`} download>
      <Paperclip aria-hidden="true" /> {check.document_name}</a>}
  </li>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
