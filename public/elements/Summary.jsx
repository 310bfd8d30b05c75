// What a reviewer reads first: the case on one screen, each sentence with a way to the words or the check it rests
// on; and their own view, before they read what is recommended.
import { useEffect, useRef, useState } from "react"
import { CircleAlert, History, ListChecks, Quote } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const SHOWN = 2
const LONG = 6

kept.Summary ??= function Summary({ card, busy, press }) {
  const { who, sells, risk, checks, matches, mismatches, since, attempts } = card.staff.summary
  const told = { card }
  if (!who.length && !attempts.length) return null
  return <section className="ob-summary" id="summary" aria-label="Summary">
    <p>{who.map((each, i) => <Said key={each.text} {...told} sentence={each} name={i === 0 && card.name} />)}</p>
    {sells.length > 0 && <p>{sells.map((each) => <Said key={each.text} {...told} sentence={each} />)}</p>}
    {since && <div className="ob-since" id="since"><h2><History aria-hidden="true" /> Since you last looked <span className="ob-quiet">({kept.moment(since.at)})</span></h2>
      <Sentences {...told} sentences={since.changes} /></div>}
    {risk && <kept.Section title="Risk">
      <p className={`ob-risk ob-risk-${risk.level}`} id="case-risk">{risk.headline.text}</p>
      <Sentences {...told} sentences={risk.reasons} />
      <kept.Overriding card={card} busy={busy} press={press} subject="risk" />
    </kept.Section>}
    {(checks.open.length > 0 || checks.holding) && <kept.Section title="Checks">
      {checks.open.length > 0 && <ul className="ob-run" id="open-checks">{checks.open.map((note) => <li key={note.key}>
        <b>{note.label}:</b> {note.words}{note.level && <span className="ob-quiet"> · the fact is {note.level}</span>}<Sources {...told} sentence={note} />
      </li>)}</ul>}
      <p className="ob-quiet">{[checks.holding, checks.evidence].filter(Boolean).map((each) => <Said key={each.text} {...told} sentence={each} most={1} />)}</p>
    </kept.Section>}
    {matches.length > 0 && <kept.Section title="Potential matches"><Sentences {...told} sentences={matches} /></kept.Section>}
    {mismatches.length > 0 && <kept.Section title="Does not fit together"><Sentences {...told} sentences={mismatches} /></kept.Section>}
    {attempts.length > 0 && <div className="ob-flags" role="note"><h2><CircleAlert aria-hidden="true" /> Tried to instruct the agents</h2>
      {attempts.map((each, i) => <p key={i}><Said {...told} sentence={each} most={1} /></p>)}<p className="ob-quiet">Nothing came of it.</p></div>}
    <Advice card={card} busy={busy} press={press} />
  </section>
}

function Sentences({ card, sentences }) {
  const line = (each, i) => <li key={`${i}${each.text}`}><Said card={card} sentence={each} /></li>
  const rest = sentences.slice(LONG)
  return <>
    <ul className="ob-list">{sentences.slice(0, LONG).map(line)}</ul>
    {rest.length > 0 && <details className="ob-fold"><summary>{rest.length} more</summary><ul className="ob-list">{rest.map(line)}</ul></details>}
  </>
}

function Said({ card, sentence, most, name }) {
  const begins = name && sentence.text.startsWith(name)
  return <>{begins && <b>{name}</b>}{begins ? sentence.text.slice(name.length) : sentence.text}<Sources card={card} sentence={sentence} most={most} /> </>
}

// What the team worked out stands on the card itself, where its sentence is read.
const WORKED_OUT = ["risk.scored", "recommendation.made", "compliance.assessed"]

function Sources({ card, sentence, most = SHOWN }) {
  const ways = [...new Map(sentence.sources.map((source) => wayTo(card, source)).filter(Boolean).map((way) => [way.label, way])).values()]
  if (!ways.length) return null
  return <span className="ob-sources">{"\u00a0"}{ways.slice(0, most).map(({ Icon, ...way }) => <button key={way.label} type="button" className="ob-source"
    aria-label={`Go to the source: ${way.label}`} title={way.label} data-source={way.name} onClick={(event) => go(way, event.currentTarget)}>
    <Icon aria-hidden="true" /></button>)}</span>
}

function wayTo(card, source) {
  const { summary } = card.staff
  if (source.kind === "check") {
    const check = [...card.staff.checks, ...(card.staff.compliance?.checks ?? [])].find((each) => each.key === source.key)
    return check && { Icon: ListChecks, name: source.key, label: `the check “${check.label}”`, places: [`[data-check="${source.key}"]`] }
  }
  const event = summary.events.find((each) => each.seq === source.seq)
  if (!event || WORKED_OUT.includes(event.kind)) return null
  const field = source.field && `#case-card [data-key="${source.field}"]`
  return { Icon: Quote, name: String(event.seq), label: `${event.who}, ${kept.moment(event.at)}`, said: event.id,
    places: [...(field ? [field, `#case-card [data-fact="${source.field}"]`] : []), "#evidence"] }
}

const marked = (place) => place.closest("[data-step-type]") ?? place

// Marks it, unfolded and in the middle, and puts the focus there; Escape leads back.
function go(way, from) {
  const said = way.said && document.getElementById(`step-${way.said}`)
  if (said) kept.dispatchEvent(new Event("look behind"))
  const place = said ? marked(said) : way.places.map((selector) => document.querySelector(selector)).find(Boolean)
  if (place) requestAnimationFrame(() => mark(place, from))
}

function mark(place, from) {
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true
  place.querySelectorAll(":scope > details").forEach((fold) => { fold.open = true })
  document.querySelectorAll(".ob-marked").forEach((other) => other.classList.remove("ob-marked"))
  place.classList.add("ob-marked")
  place.tabIndex = -1
  place.scrollIntoView({ block: "center" })
  place.focus({ preventScroll: true })
  place.onkeydown = (event) => { if (event.key === "Escape" && event.target === place) from.focus() }
}

const VIEWS = { approve: "Approve", decline: "Decline", unsure: "Unsure" }

function Advice({ card, busy, press }) {
  const { advice, own_view } = card.staff.summary
  const place = useRef(null)
  const noted = useRef(false)
  useEffect(() => { if (noted.current && !own_view.owed) { noted.current = false; place.current?.focus() } }, [own_view.owed])
  if (!advice && !own_view.owed && !own_view.view) return null
  const differs = own_view.view && advice && own_view.view === (advice.approve ? "decline" : "approve")
  return <div className="ob-section" id="recommendation" ref={place} tabIndex="-1"><h2>Recommendation</h2>
    {own_view.owed && <OwnView busy={busy} note={async (fields) => { noted.current = true; return press("note_view", fields) }} />}
    {own_view.view && <p className={differs ? "ob-note" : "ob-quiet"} id="own-view">You thought: <b>{VIEWS[own_view.view]}</b>. {own_view.words}{differs && " The checks say otherwise."}</p>}
    {advice && <>
      <p><b>{advice.headline.text}</b> <span className="ob-quiet">(you decide)</span></p>
      <Sentences card={card} sentences={advice.reasons} />
      <kept.OverridesBeside card={card} named={advice.reasons.map((reason) => reason.text)} />
    </>}
  </div>
}

function OwnView({ busy, note }) {
  const [view, setView] = useState("")
  const [text, setText] = useState("")
  const [wrong, setWrong] = useState("")
  const ready = Boolean(view && text.trim())
  const send = async (event) => {
    event.preventDefault()
    const answer = ready && await note({ value: view, text })
    if (answer) setWrong(answer.ok ? "" : answer.text)
  }
  return <form className="ob-form" aria-label="Your own view" onSubmit={send} onKeyDown={(event) => event.stopPropagation()}>
    <p className="ob-quiet">What do you think yourself? Then you read what the checks recommend. It stays on record, among staff.</p>
    <fieldset className="ob-views"><legend>Your own view</legend>
      {Object.entries(VIEWS).map(([value, label]) => <label key={value} className="ob-choice">
        <input type="radio" name="own-view" value={value} checked={view === value} onChange={() => setView(value)} /> {label}</label>)}
    </fieldset>
    <label>Why, in a few words
      <textarea id="view-words" rows="2" maxLength="1000" value={text} onChange={(event) => setText(event.target.value)} /></label>
    <div className="ob-buttons"><button type="submit" id="note-view" className="ob-button ob-main" disabled={busy || !ready}>Note it and read on</button></div>
    <p className={wrong ? "ob-said ob-wrong" : "ob-said"} role="status">{wrong}</p>
  </form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
