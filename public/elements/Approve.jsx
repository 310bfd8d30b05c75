// The form of an approval: open checks, conditions with what each of them does, and a comment.
import { useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())
const NAMES = ["monthly_volume_cap", "rolling_reserve_percent", "payout_delay_days", "review_on"]
const EMPTY = Object.fromEntries(NAMES.map((name) => [name, ""]))
const holds = (check) => ["held", "not_required"].includes(check.status)

const proposed = ({ terms }) => Object.fromEntries(NAMES.map((name) => [name, terms.proposed[name] ?? ""]))

kept.Approve ??= function Approve({ card, busy, send, close, words }) {
  const { deciding, checks, compliance } = card.staff
  const [comments, setComments] = useState("")
  const [conditions, setConditions] = useState(() => ({ ...EMPTY, ...proposed(deciding) }))
  const open = [...checks, ...(compliance?.checks ?? [])].filter((check, i, all) => !holds(check) && !deciding.bars.includes(check.label) && all.findIndex((c) => c.key === check.key) === i)
  const some = NAMES.some((name) => conditions[name] !== "")
  return <kept.Form words={words} title="Approve this application" label={some ? "Approve with conditions" : "Approve"} id="approve-now" busy={busy} close={close} ready={!deciding.bars.length}
    submit={() => send("approve", { comments, conditions })}>
    <kept.Decides card={card} />
    {deciding.bars.length > 0 && <p className="ob-note ob-wait" id="barring"><b>Cannot be approved yet: {deciding.bars.join(", ")}.</b> Ask the merchant for what is missing, or override the check with a reason.</p>}
    {open.length > 0 && <p className="ob-note">Open checks: {open.map((check) => check.label).join(", ")}. By approving you say that you have seen them; your comment says why.</p>}
    <label>Comment for colleagues <span className="ob-quiet">(if you like)</span>
      <textarea id="approve-comment" rows="2" maxLength="4000" value={comments} onChange={(e) => setComments(e.target.value)} /></label>
    <Conditions terms={deciding.terms} conditions={conditions} set={(name, value) => setConditions({ ...conditions, [name]: value })} unfolded={some} />
  </kept.Form>
}

function Conditions({ terms, conditions, set, unfolded }) {
  const [open] = useState(unfolded)
  const field = (name, id, more) => <input id={id} value={conditions[name]} onChange={(e) => set(name, e.target.value)} {...more} />
  return <details className="ob-fold ob-conditions" open={open} id="conditions">
    <summary>Conditions <span className="ob-quiet">(the merchant reads them)</span></summary>
    {terms.rules.map((rule) => <p key={rule} className="ob-note">Proposed by the policy: {rule}</p>)}
    <div className="ob-terms">
      <label>Volume cap, {terms.currency} a month <span className="ob-quiet">They cannot take more than this in a month.</span>
        {field("monthly_volume_cap", "condition-cap", { type: "number", min: 1, step: 1, inputMode: "numeric" })}</label>
      <label>Rolling reserve, % <span className="ob-quiet">This much of each payment is held back for a while as a security.</span>
        {field("rolling_reserve_percent", "condition-reserve", { type: "number", min: 0.1, max: 100, step: 0.1, inputMode: "decimal" })}</label>
      <label>Delayed payout, days <span className="ob-quiet">Payouts reach them this many days later.</span>
        {field("payout_delay_days", "condition-delay", { type: "number", min: 1, max: 365, step: 1, inputMode: "numeric" })}</label>
      <label>Review date <span className="ob-quiet">On this day the account stands in the queue again.</span>
        {field("review_on", "condition-review", { type: "date", min: terms.earliest })}</label>
    </div>
  </details>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
