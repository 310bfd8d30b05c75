// What was decided and by whom; while an approval rests, how long nobody hears of it yet.
import { useEffect, useState } from "react"
import { Hourglass } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

// What a decision is asked for against, and why the reader does not give it.
kept.Appealed ??= function Appealed({ card }) {
  const { appeals, kept_out } = card.staff.deciding
  return <>
    {appeals.map((made) => <kept.Section key={made.at} title="Appeal" className="ob-section ob-appeal">
      <blockquote>{made.text}</blockquote>
      <p className="ob-quiet">The merchant, {kept.moment(made.at)}, against this decision:</p>
      <Made made={made.declined} />
    </kept.Section>)}
    {kept_out && <p className="ob-note" id="kept-out">{kept_out}</p>}
  </>
}

kept.Decided ??= function Decided({ card }) {
  const { decisions, letter, rests_until, awaits_second_look, second_looks } = card.staff.deciding
  const several = decisions.length > 1
  return <>
    {decisions.length > 0 && <kept.Section title={several ? "Decisions" : "Decision"} id="decided">
      {rests_until && <Rests until={rests_until} />}
      {decisions.map((made) => <Made key={made.at} made={made} />)}
      {letter && <a className="ob-button ob-small" href={`/notice/${card.case_id}`} id="decline-letter">The letter to the merchant (PDF)</a>}
      {several && decisions.some((made) => made.conditions.length > 0) && <p className="ob-quiet">Of the conditions the stricter ones hold.</p>}
      {second_looks.map((look) => <p key={look.by + look.reason} className="ob-quiet">Second look: {look.by} {look.agrees ? "agrees" : "disagrees"}. {look.reason}</p>)}
      {awaits_second_look && <p className="ob-note" id="awaits-second-look">Drawn at random for a second look by somebody who did not decide it.</p>}
    </kept.Section>}
  </>
}

function Made({ made }) {
  return <div className="ob-decided">
    <p><b>{made.approved ? "Approved" : "Declined"}</b> by {made.by}, {kept.moment(made.at)}</p>
    {made.reasons.length > 0 && <ul className="ob-list">{made.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
    {made.conditions.length > 0 && <ul className="ob-list" data-conditions>{made.conditions.map((words) => <li key={words}>{words}</li>)}</ul>}
    {made.comments && <p className="ob-quiet">{made.comments}</p>}
    {made.overrides.map((words) => <kept.OverrideNote key={words} words={words} />)}
  </div>
}

const left = (until) => Math.max(0, Math.ceil((new Date(until) - Date.now()) / 1000))
const in_words = (seconds) => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`)

function Rests({ until }) {
  const [seconds, setSeconds] = useState(left(until))
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left(until)), 500)
    return () => clearInterval(timer)
  }, [until])
  return <p className="ob-note ob-rests" id="rests"><Hourglass aria-hidden="true" />
    <span>{seconds > 0 ? <>The merchant hears of it in <b role="timer">{in_words(seconds)}</b>. Until then it can be taken back.</> : "The account is being set up."}</span></p>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
