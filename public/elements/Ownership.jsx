// Who the beneficial owners are, by which path and rule, and the structure as a chart: for the team.
const kept = (window.onboardElements ??= new EventTarget())

kept.Ownership ??= function Ownership({ card }) {
  const part = card.staff.ownership
  if (!part) return null
  return <details className="ob-fold ob-section" id="ownership" open={!kept.isUnderReview(card)}>
    <summary><h2>Owners</h2> <span className="ob-quiet">{inShort(part)}</span></summary>
    {part.exempt ? <p>{part.regime}: exempt. <span className="ob-quiet">{part.exempt}</span></p> : null}
    {part.owners.length > 0 && <table className="ob-owners">
      <caption>Beneficial owners by the rules of: {part.regime}</caption>
      <thead><tr><th scope="col">Owner</th><th scope="col">Share</th><th scope="col">Why, and by which rule</th></tr></thead>
      <tbody>{part.owners.map((owner) => <tr key={owner.name}>
        <th scope="row">{owner.name}{owner.exposed && <span className="ob-exposed">public function declared</span>}</th>
        <td>{owner.share ?? "–"}</td>
        <td>{owner.reasons.map((reason) => <div key={reason.text} className="ob-reason">{reason.text}
          {reason.paths.map((path) => <span key={path} className="ob-block">{path}</span>)}
          <span className="ob-quiet ob-block">{reason.rule}</span></div>)}</td>
      </tr>)}</tbody>
    </table>}
    {!part.exempt && part.owners.length === 0 && <p>{part.regime}: nobody is found who counts as an owner.</p>}
    <p className="ob-quiet">{part.accounting}</p>
    {part.remarks.map((text) => <p key={text} className="ob-quiet">{text}</p>)}
    {part.open.length > 0 && <div className="ob-note"><b>Still open</b><ul className="ob-list">{part.open.map((text) => <li key={text}>{text}</li>)}</ul></div>}
    <div className="ob-chart" tabIndex="0" role="group" aria-label="Chart of the structure, can be scrolled" dangerouslySetInnerHTML={{ __html: part.svg }} />
    <ul className="ob-legend">
      <li><span className="ob-key ob-key-round" aria-hidden="true" /> person</li>
      <li><span className="ob-key" aria-hidden="true" /> company or other body</li>
      <li><span className="ob-key ob-key-thick" aria-hidden="true" /> merchant or beneficial owner</li>
      <li><span className="ob-key-line" aria-hidden="true" /> share</li>
      <li><span className="ob-key-line ob-key-dotted" aria-hidden="true" /> role</li>
    </ul>
    <details className="ob-quote"><summary>The structure in sentences</summary>
      <ul className="ob-list">{part.sentences.map((text) => <li key={text}>{text}</li>)}</ul></details>
    <p><a href={`/owners/${card.case_id}`}>Owners and people</a></p>
  </details>
}

const inShort = ({ exempt, owners, open }) => [
  exempt ? "exempt" : owners.length === 1 ? "1 beneficial owner" : `${owners.length} beneficial owners`,
  open.length > 0 && `${open.length} still open`,
].filter(Boolean).join(", ")

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
