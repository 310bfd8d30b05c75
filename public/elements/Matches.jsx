// Potential matches on watch lists: what we know beside what the list says, and what a person makes of it.
import { useState } from "react"
import { Ban, CircleAlert, Equal, EqualNot, EqualApproximately } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

const MARK = { same: [Equal, "same"], alike: [EqualApproximately, "alike"], differs: [EqualNot, "differs"] }
const WORDS = { wait: "One moment…", cancel: "Cancel" }
const CONFIRMATION = "never approve"

// No approval is possible, said before everything else.
kept.Barred ??= function Barred({ text, look }) {
  if (!text && look) return <p className="ob-note" id="needs-look"><b>Needs a look.</b> A screening after the decision found a potential match. The merchant reads nothing of it.</p>
  return text ? <p className="ob-barred" id="barred" role="alert"><Ban aria-hidden="true" /><span>{text}</span></p> : null
}

kept.Matches ??= function Matches({ card, busy, press }) {
  const all = card.staff.matches
  if (!all.length) return null
  const cleared = all.filter((match) => match.standing === "cleared")
  const shown = all.filter((match) => match.standing !== "cleared")
  const open = shown.filter((match) => match.standing === "open").length
  const given = { card, busy, press }
  return <kept.Section title={open ? `Watch lists: ${open} to look at` : "Watch lists"} id="matches">
    {shown.map((match) => <Match key={match.pair + match.source + match.subject} match={match} {...given} />)}
    {cleared.length > 0 && <details className="ob-cleared">
      <summary>{cleared.length === 1 ? "1 ruled out by a person" : `${cleared.length} ruled out by a person`}</summary>
      {cleared.map((match) => <Match key={match.pair + match.source + match.subject} match={match} {...given} />)}
    </details>}
  </kept.Section>
}

function Match({ match, card, busy, press }) {
  const [form, setForm] = useState(null)
  const [said, setSaid] = useState(null)
  const send = async (name, fields) => {
    const answer = await press(name, { pair: match.pair, ...fields })
    if (answer) setSaid(answer)
    if (answer?.ok) setForm(null)
  }
  const may = match.pair && card.actions.includes("resolve_match") && !match.final
  const given = { match, busy, send, close: () => setForm(null) }
  return <article className={`ob-match ob-match-${match.standing}`} data-standing={match.standing} aria-label={`${match.subject} and ${match.listed}`}>
    <p className="ob-match-head"><b>{match.alike}</b> · {match.topic_words}</p>
    <p className="ob-quiet">{match.source}, <span title={match.version}>list of {match.version.split(" ")[0]}</span></p>
    {match.standing !== "open" && <p className="ob-finding"><b>{match.found}</b> by {match.by}, {kept.moment(match.at)}: {match.reason}</p>}
    {match.final && <p className="ob-finding"><b>This stays, for good.</b> Nobody can change it.</p>}
    {match.confirmed_elsewhere && <p className="ob-note"><CircleAlert aria-hidden="true" /> {match.confirmed_elsewhere} Nothing is approved before you have looked.</p>}
    <Comparison match={match} />
    {may && !form && <div className="ob-buttons">
      {match.standing !== "cleared" && <button type="button" className="ob-button" data-act="false_positive" disabled={busy} onClick={() => setForm("false_positive")}>False positive</button>}
      {match.standing !== "confirmed" && <button type="button" className="ob-button ob-bad" data-act="true_match" disabled={busy} onClick={() => setForm("true_match")}>True match</button>}
      {match.standing !== "open" && <button type="button" className="ob-button ob-quiet-button" data-act="reopen" disabled={busy} onClick={() => setForm("reopen")}>Look at it again</button>}
    </div>}
    {may && form && <Finding key={form} kind={form} {...given} />}
    {said && !said.ok && <p className="ob-said ob-wrong" role="status">{said.text}</p>}
  </article>
}

function Comparison({ match }) {
  const rows = match.rows.filter((row) => row.ours || row.listed)
  return <div className="ob-compared" role="table" aria-label={`Compared: ${match.subject} and ${match.listed}`}>
    <div role="row" className="ob-compared-head"><span role="columnheader">What</span><span role="columnheader">Ours</span><span role="columnheader">List</span></div>
    {rows.map(({ label, ours, listed, comparison }) => {
      const [Icon, word] = MARK[comparison] ?? []
      return <div role="row" key={label} data-compared={comparison} className={`ob-compared-${comparison}`}>
        <span role="rowheader">{label}{word && <span className="ob-mark"><Icon aria-hidden="true" /> {word}</span>}</span>
        <span role="cell">{ours || <span className="ob-quiet">not known</span>}</span>
        <span role="cell">{listed || <span className="ob-quiet">not on the list</span>}</span>
      </div>
    })}
  </div>
}

const KINDS = {
  false_positive: ["It is somebody else", "False positive", "main"],
  true_match: ["It is them", "True match", "bad"],
  reopen: ["Look at it again", "Open it again", "main"],
}

function Finding({ kind, match, busy, send, close }) {
  const [reason, setReason] = useState("")
  const [words, setWords] = useState("")
  const [title, label, look] = KINDS[kind]
  const bars = kind === "true_match" && match.topic === "sanction"
  const repeated = words.trim().toLowerCase().replace(/\s+/g, " ") === CONFIRMATION
  const ready = Boolean(reason.trim()) && (!bars || repeated)
  const submit = () => (kind === "reopen"
    ? send("reopen_match", { reason })
    : send("resolve_match", { verdict: kind, reason, confirmation: words }))
  return <kept.Form words={WORDS} title={title} label={label} kind={look} busy={busy} close={close} ready={ready} submit={submit}>
    <label>Why? <span className="ob-quiet">It stays on record, for colleagues and auditors.</span>
      <textarea name="reason" rows="2" maxLength="4000" required value={reason} onChange={(e) => setReason(e.target.value)} /></label>
    {bars && <label className="ob-irrevocable"><span><b>No approval will be possible, for good.</b> Nobody can take this back. To go on, type <q>{CONFIRMATION}</q>.</span>
      <input name="confirmation" autoComplete="off" required value={words} onChange={(e) => setWords(e.target.value)} /></label>}
  </kept.Form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
