// The merchant's card, in their language: what is needed and what was told, each line to be corrected where it stands.
import { useEffect, useState, useSyncExternalStore } from "react"
import { Check, CircleAlert, CircleDashed, CircleDot } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const PAPER_ICON = { satisfied: Check, currently_due: CircleDot, eventually_due: CircleDashed }

kept.MyApplication ??= function MyApplication({ card, root, links, call }) {
  const own = card.own
  const words = own.texts
  const [busy, press] = kept.usePress(card, call, words.lost)
  const lines = (group) => own.lines.filter((line) => line.group === group)
  const papers = (group) => own.papers.filter((paper) => paper.group === group)
  const list = (group) => <ul className="ob-ledger">
    {lines(group).map((line) => <kept.Line key={`${line.key}${line.subject ?? ""}`} line={line} own={own} busy={busy} press={press} people={links.people} />)}
    {papers(group).map((paper) => <Paper key={paper.kind} paper={paper} words={words} upload={links.upload} />)}
  </ul>
  const folded = (group) => lines(group).length > 0 && <details className="ob-section ob-fold">
    <summary><h2>{words[`group_${group}`]}</h2></summary>{list(group)}
  </details>
  return <div lang={own.language} className="contents">
    <kept.Frame card={card} title={own.title} state={own.state_label} label={words.title} count={card.done < card.total && `${card.done}/${card.total}`}
      always={(open) => <>{!open && own.attended && <kept.Company own={own} />}<Decisive card={card} words={words} busy={busy} press={press} only={open ? ["submit", "reopen"] : ["submit"]} /></>}>
      <kept.Company own={own} />
      <Progress card={card} own={own} />
      {card.question && <p className="ob-note">{words.reviewer_asks}: {card.question}</p>}
      <kept.Asked card={card} busy={busy} press={press} upload={links.upload} />
      {own.outcome.length > 0 && <kept.Section title={words.outcome}><ul className="ob-list">{own.outcome.map((why) => <li key={why}>{why}</li>)}</ul></kept.Section>}
      {own.declined && <kept.Declined card={card} declined={own.declined} />}
      {kept.Appeal && <kept.Appeal card={card} busy={busy} press={press} />}
      {own.conditions.length > 0 && <kept.Section title={words.conditions} id="conditions"><ul className="ob-list">{own.conditions.map((text) => <li key={text}>{text}</li>)}</ul></kept.Section>}
      <kept.Steps card={card} title={words.steps} labels={own.steps} id_words={words.merchant_id}
        words={{ done: words.step_done, failed: words.step_failed, undone: words.step_undone, pending: words.step_pending, running: words.step_running }} />
      <Offers card={card} words={words} busy={busy} press={press} />
      <Told own={own}>
        <kept.Section title={words.group_now}>{list("now")}</kept.Section>
        <People own={own} page={links.owners} list={list} />
        {lines("later").length + papers("later").length > 0 && <kept.Section title={words.group_later}>{list("later")}</kept.Section>}
        {folded("besides")}
        {folded("spared")}
      </Told>
      <Documents card={card} words={words} />
      <Others card={card} words={words} links={links} busy={busy} press={press} />
      <kept.OwnComplaints card={card} words={words} busy={busy} press={press} />
    </kept.Frame>
  </div>
}

// What was told; folded once nothing is asked for any more.
function Told({ own, children }) {
  if (own.open) return children
  return <details className="ob-section ob-fold"><summary><h2>{own.texts.title}</h2></summary>{children}</details>
}

function Progress({ card, own }) {
  if (!own.open) return <p className="ob-quiet" id="what-next">{own.next}</p>
  const share = card.total ? Math.round((100 * card.done) / card.total) : 100
  return <div className="ob-progress">
    <div className="ob-between"><b id="done-of">{own.done_of}</b><span className="ob-quiet">{own.later}</span></div>
    <div className="ob-bar" role="progressbar" aria-label={own.texts.progress} aria-valuemin="0" aria-valuemax={card.total} aria-valuenow={card.done}>
      <span style={{ width: `${share}%` }} />
    </div>
    <p className="ob-quiet" id="what-next">{own.next}</p>
    {own.grew && <p className="ob-note" id="why-more">{own.grew}</p>}
  </div>
}

// A document that is asked for; it is sent on a page of its own.
function Paper({ paper, words, upload }) {
  const Icon = paper.problem ? CircleAlert : PAPER_ICON[paper.status]
  const sent = paper.status === "satisfied"
  return <li className={`ob-line-of ob-paper ob-is-${paper.status}`} data-paper={paper.kind} data-status={paper.status}>
    <div className="ob-row-head">
      <Icon aria-hidden="true" />
      <span className="ob-label">{paper.label}</span>
      <span className="ob-value">{upload && !sent
        ? <a href={`${upload}?kind=${paper.kind}`} aria-label={`${words.paper_send}: ${paper.label}`}>{words.paper_send}</a>
        : paper.status_label}
        <span className={`ob-block ${paper.problem ? "ob-wrong" : "ob-quiet"}`}>{paper.problem ?? paper.reason}</span></span>
    </div>
  </li>
}

// Who owns and who runs the business: a page of its own, or line by line here.
function People({ own, page, list }) {
  const words = own.texts
  if (!own.asks_owners || (!own.owners_open.length && !own.lines.some((line) => line.group === "people"))) return null
  const done = !own.owners_open.length && own.lines.every((line) => line.group !== "people" || line.status === "satisfied")
  return <kept.Section title={words.group_people} id="people-behind">
    {!done && <p className="ob-quiet">{words.people_lead}</p>}
    {own.owners_open.length > 0 && <ul className="ob-list">{own.owners_open.map((text) => <li key={text}>{text}</li>)}</ul>}
    {!done && page && <a className="ob-button ob-small" href={page} id="to-owners">{words.people_open}</a>}
    {list("people")}
  </kept.Section>
}

function Offers({ card, words, busy, press }) {
  const [said, setSaid] = useState(null)
  const take = async (name, offer) => setSaid((await press(name, { field: offer.field, source_seq: offer.source_seq }))?.text ?? null)
  if (!card.offers.length && !said) return null
  return <kept.Section title={words.offers_title} id="offers">
    {card.offers.length > 0 && <p className="ob-quiet">{words.offers_lead}</p>}
    {card.offers.map((offer) => <div key={`${offer.field}${offer.source_seq}`} className="ob-offer" data-offer={offer.field}>
      <p>{offer.text}</p>
      <div className="ob-buttons">
        <button type="button" className="ob-button ob-small" disabled={busy} onClick={() => take("take_over", offer)} aria-label={`${words.take_over}: ${offer.label}`}>{words.take_over}</button>
        <button type="button" className="ob-button ob-small ob-quiet-button" disabled={busy} onClick={() => take("leave", offer)} aria-label={`${words.leave}: ${offer.label}`}>{words.leave}</button>
      </div>
    </div>)}
    <p className="ob-said" role="status">{said}</p>
  </kept.Section>
}

function Documents({ card, words }) {
  if (!card.documents.length) return null
  return <kept.Section title={words.list_title} id="documents">
    <ul className="ob-list">{card.documents.map((paper) => <li key={paper.id}>{paper.name} <span className="ob-quiet">{paper.kind_label}</span>
      {paper.reason && <span className="ob-wrong ob-block">{paper.reason}</span>}</li>)}</ul>
  </kept.Section>
}

function Others({ card, words, links, busy, press }) {
  const [sure, setSure] = useState(false)
  const [said, setSaid] = useState(null)
  const send = async (name) => {
    const answer = await press(name)
    setSaid(answer)
    if (answer?.ok) setSure(false)
  }
  return <kept.Section title={words.more}>
    <ul className="ob-ways">
      {Object.entries(links).map(([name, page]) => <li key={name}><a href={page} data-link={name}>{words[`link_${name}`]}</a></li>)}
      {card.actions.includes("person") && <li><button type="button" id="person" disabled={busy} onClick={() => send("person")}>{words.person}</button></li>}
      {card.actions.includes("withdraw") && <li><button type="button" id="withdraw" disabled={busy} aria-expanded={sure} onClick={() => setSure(!sure)}>{words.withdraw}</button></li>}
    </ul>
    {sure && card.actions.includes("withdraw") && <kept.Form title={words.withdraw_title} label={words.withdraw} kind="bad" id="withdraw-now" busy={busy} words={words}
      close={() => setSure(false)} submit={() => send("withdraw")}><p>{words.withdraw_text}</p></kept.Form>}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status">{said?.text}</p>
  </kept.Section>
}

// What the merchant decides: to declare and send, or to open again what was closed.
function Decisive({ card, words, busy, press, only }) {
  const [declaring, setDeclaring] = useState(false)
  const [said, setSaid] = useState(null)
  const now = `${card.version}${card.since}`
  const offered = card.actions.filter((name) => only.includes(name))
  useEffect(() => { if (said?.ok && said.now !== now) setSaid(null) }, [now])
  const send = async (name, fields) => {
    const answer = await press(name, fields)
    if (answer) setSaid({ ...answer, now })
    if (answer?.ok) setDeclaring(false)
  }
  if (!offered.length && !said) return null
  return <div className="ob-actions">
    {offered.includes("submit") && (declaring
      ? <Declaration card={card} words={words} busy={busy} close={() => setDeclaring(false)} submit={(declared) => send("submit", { declared })} />
      : <button type="button" id="submit" className="ob-button ob-main" onClick={() => setDeclaring(true)}>{words.submit}</button>)}
    {offered.includes("reopen") && <button type="button" id="reopen" className="ob-button ob-main" disabled={busy} onClick={() => send("reopen")}>{words.reopen}</button>}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status" id="action-said">{said?.text}</p>
  </div>
}

function Declaration({ card, words, busy, close, submit }) {
  const { statements, application_hash, agreement_hash, agreement_label } = card.own.declared
  const [shown] = useState(application_hash)
  const [ticked, setTicked] = useState({})
  const names = Object.keys(statements)
  const ready = names.every((name) => ticked[name])
  return <kept.Form title={words.submit_lead} label={words.submit} id="submit-now" busy={busy} close={close} ready={ready} words={words}
    submit={() => submit({ ...ticked, application_hash: shown, agreement_hash })}>
    {names.map((name) => <label key={name} className="ob-choice">
      <input type="checkbox" id={`declare-${name}`} checked={ticked[name] ?? false} onChange={(e) => setTicked({ ...ticked, [name]: e.target.checked })} /> <span>{statements[name]}</span>
    </label>)}
    <a href={`/agreement?lang=${card.own.language}`} target="_blank" rel="noreferrer">{words.agreement_read} ({agreement_label})</a>
  </kept.Form>
}

const NEEDS = ["Frame", "Entry", "Line", "Company", "Declined", "OwnComplaints", "Asked"]
const tell = (changed) => { kept.addEventListener("piece", changed); return () => kept.removeEventListener("piece", changed) }

kept.MyApplicationWhenThere ??= function MyApplicationWhenThere(given) {
  const there = useSyncExternalStore(tell, () => NEEDS.every((name) => kept[name]))
  return there ? <kept.MyApplication {...given} /> : null
}

export default <kept.MyApplicationWhenThere {...props} call={callAction} />
