// Who is in the conversation and who leads it, and what staff do there beside speaking.
import { useEffect, useState } from "react"
import { Lock, UserRound, UsersRound } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const WORDS = { wait: "One moment…", cancel: "Cancel" }

// Who answers the merchant in person, and whose opinion is waited for: told before everything else.
kept.Attended ??= function Attended({ card }) {
  const { taken_over, opinions } = card.staff.together
  return <>
    {taken_over && <p className="ob-company ob-attended" id="taken-over"><UserRound aria-hidden="true" /><span>{taken_over} answers in person. The agents are silent.</span></p>}
    {opinions.map((each) => <p key={each.of} className={`ob-company ${each.yours ? "ob-yours" : ""}`} data-opinion={each.of}><Lock aria-hidden="true" />
      <span>{each.yours ? `${each.by} asks you for a second opinion: answer with a private note.` : `${each.by} waits for a second opinion of ${each.of}.`} <span className="ob-quiet">Since {kept.moment(each.at)}</span></span></p>)}
  </>
}

// For the merchant: who of the company is there, and that a person answers.
kept.Company ??= function Company({ own }) {
  if (!own.attended && !own.company) return null
  return <p className={`ob-company ${own.attended ? "ob-attended" : ""}`} id="company">
    <UserRound aria-hidden="true" /><span>{own.attended ?? own.company}</span>
  </p>
}

const TOOLS = [
  { name: "lead", label: "Answer in person" },
  { name: "hand_back", label: "Hand back to the agents" },
  { name: "ask_team", label: "Ask the team", form: true },
  { name: "log_call", label: "Log a call", form: true },
]

const together_here = ({ present }, merchant) => {
  const here = [...present, ...(merchant ? ["the merchant"] : [])]
  if (!here.length) return "Nobody is here just now."
  return `Here now: ${here.join(", ")}.`
}

kept.Together ??= function Together({ card, here, answers, busy, press }) {
  const [form, setForm] = useState(null)
  const [said, setSaid] = useState(null)
  const tools = TOOLS.filter((tool) => card.actions.includes(tool.name))
  useEffect(() => { if (form && !card.actions.includes(form)) setForm(null) }, [card.actions.join()])
  const send = async (name, fields) => {
    const answer = await press(name, fields)
    if (answer) setSaid(answer)
    if (answer?.ok) setForm(null)
  }
  const choose = async (value) => {
    const answer = await press("ready_answer", { value })
    if (answer?.ok) window.dispatchEvent(new CustomEvent("chainlit-call-fn", { detail: { name: "onboard.give_back", args: { text: answer.text } } }))
    setSaid(answer?.ok ? { ok: true, text: "It stands in the box, in the merchant's language. Edit it, then send it to the merchant." } : answer)
  }
  const given = { busy, send, close: () => setForm(null) }
  return <div className="ob-together" id="together">
    <p className="ob-company" id="here-now"><UsersRound aria-hidden="true" /><span>{together_here(card.staff, here)}</span></p>
    {!form && kept.Complaints && <kept.Complaints card={card} busy={busy} press={press} also={answers.length > 0 && card.actions.includes("ready_answer") &&
      <select id="ready-answer" className="ob-ready" aria-label="Ready-made answer" title="It comes in the merchant's language, to be edited before it is sent" value="" disabled={busy}
        onKeyDown={(e) => e.stopPropagation()} onChange={(e) => choose(e.target.value)}>
        <option value="">Ready-made answer…</option>
        {answers.map(({ key, title }) => <option key={key} value={key}>{title}</option>)}
      </select>}>
      {tools.map((tool) => <button key={tool.name} type="button" id={tool.name} className="ob-button ob-small" disabled={busy}
        onClick={() => { setSaid(null); tool.form ? setForm(tool.name) : send(tool.name) }}>{tool.label}</button>)}
    </kept.Complaints>}
    {form === "ask_team" && <Question {...given} />}
    {form === "log_call" && <Call {...given} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status" id="together-said">{said?.text}</p>
  </div>
}

function Question({ busy, send, close }) {
  const [text, setText] = useState("")
  return <kept.Form words={WORDS} title="Ask the team in private" label="Ask" id="ask-team-now" busy={busy} close={close} ready={Boolean(text.trim())}
    submit={() => send("ask_team", { text })}>
    <label>Your question <span className="ob-quiet">(answered from the record, with sources)</span>
      <textarea id="ask-team-text" rows="2" maxLength="2000" placeholder="Why is the licence not verified?" value={text} onChange={(e) => setText(e.target.value)} /></label>
  </kept.Form>
}

const local = (date) => new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16)

function Call({ busy, send, close }) {
  const [whom, setWhom] = useState("")
  const [began, setBegan] = useState(local(new Date()))
  const [minutes, setMinutes] = useState("")
  const [text, setText] = useState("")
  const ready = whom.trim() && began && minutes !== "" && text.trim()
  return <kept.Form words={WORDS} title="Log a phone call" label="Put on record" id="log-call-now" busy={busy} close={close} ready={Boolean(ready)}
    submit={() => send("log_call", { text, parts: { whom, began: new Date(began).toISOString(), minutes } })}>
    <p className="ob-quiet">Colleagues read it, the merchant does not. No fact is taken from it.</p>
    <label>With whom <input id="call-whom" maxLength="200" value={whom} onChange={(e) => setWhom(e.target.value)} /></label>
    <div className="ob-pair">
      <label>When it began <input id="call-began" type="datetime-local" value={began} onChange={(e) => setBegan(e.target.value)} /></label>
      <label>Minutes <input id="call-minutes" type="number" min="0" max="1440" value={minutes} onChange={(e) => setMinutes(e.target.value)} /></label>
    </div>
    <label>What was said <textarea id="call-text" rows="3" maxLength="4000" value={text} onChange={(e) => setText(e.target.value)} /></label>
  </kept.Form>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
