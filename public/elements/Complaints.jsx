// Complaints: on the team's card with what is to be done, on the merchant's how each stands and the way to make one.
import { useState } from "react"
import { Megaphone } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())
const WORDS = { wait: "One moment…", cancel: "Cancel" }
const OUTCOMES = { upheld: "They were right", not_upheld: "They were not", withdrawn: "They withdrew it" }

// ``children`` and ``also``: what else stands in the row with recording one.
kept.Complaints ??= function Complaints({ card, busy, press, children, also }) {
  const [form, setForm] = useState(null)
  const [said, setSaid] = useState(null)
  const may = card.actions.includes("complain")
  const send = async (name, fields) => {
    const answer = await press(name, fields)
    if (answer) setSaid(answer)
    if (answer?.ok) setForm(null)
  }
  const { complaints } = card.staff
  const given = { busy, send, close: () => setForm(null) }
  const button = (name, label, complaint, now) => <button type="button" className="ob-button ob-small" disabled={busy} data-do={name}
    onClick={() => { setSaid(null); now ? send(name, { subject: complaint?.id }) : setForm({ name, complaint }) }}>{label}</button>
  return <div className="ob-complaints" id="complaints">
    {complaints.map((each) => <div key={each.id} className={`ob-offer ${each.overdue ? "ob-is-late" : ""}`} data-complaint={each.id}>
      <p><b><Megaphone aria-hidden="true" /> Complaint {each.reference}</b> <span className="ob-quiet">{stands(each)}</span></p>
      <p>{each.text}</p>
      {may && !form && <div className="ob-buttons">
        {each.state !== "answered" && button("take_complaint", "See to it", each, true)}{button("answer_complaint", "Answer", each)}{button("close_complaint", "Close", each)}</div>}
    </div>)}
    {!form && <div className="ob-buttons">{children}{may && button("complain", "Record a complaint", null)}{also}</div>}
    {form?.name === "complain" && <Words {...given} title="Record a complaint of the merchant's" label="Record" lead={<>What they complain about <span className="ob-quiet">They are told at once by when it is answered.</span></>} submit={(text) => send("complain", { text })} />}
    {form?.name === "answer_complaint" && <Words {...given} title={`Answer complaint ${form.complaint.reference}`} label="Answer" lead={<>Your answer <span className="ob-quiet">The merchant reads it.</span></>} submit={(text) => send("answer_complaint", { text, subject: form.complaint.id })} />}
    {form?.name === "close_complaint" && <Closing {...given} complaint={form.complaint} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status">{said?.text}</p>
  </div>
}

const stands = ({ state, overdue, answer_by, owner }) => (state === "answered"
  ? ["answered", owner].filter(Boolean).join(" · ")
  : `${overdue ? "overdue since" : "to be answered by"} ${kept.moment(answer_by)} · ${owner ?? "nobody sees to it yet"}`)

function Words({ busy, close, title, label, lead, submit, words = WORDS, id = "complaint-now" }) {
  const [text, setText] = useState("")
  return <kept.Form words={words} title={title} label={label} id={id} busy={busy} close={close} ready={Boolean(text.trim())} submit={() => submit(text)}>
    <label>{lead} <textarea id="complaint-text" rows="4" maxLength="4000" value={text} onChange={(e) => setText(e.target.value)} /></label>
  </kept.Form>
}

function Closing({ busy, send, close, complaint }) {
  const [value, setValue] = useState(null)
  const [reason, setReason] = useState("")
  return <kept.Form words={WORDS} title={`Close complaint ${complaint.reference}`} label="Close" id="complaint-now" busy={busy} close={close} ready={Boolean(value && reason.trim())}
    submit={() => send("close_complaint", { subject: complaint.id, value, reason })}>
    <fieldset><legend>How it ended</legend>
      {Object.entries(OUTCOMES).map(([code, label]) => <label key={code} className="ob-choice"><input type="radio" name="outcome" value={code} checked={value === code} onChange={() => setValue(code)} /> {label}</label>)}
    </fieldset>
    <label>Why <span className="ob-quiet">(stays on record)</span><textarea id="complaint-reason" rows="2" maxLength="4000" value={reason} onChange={(e) => setReason(e.target.value)} /></label>
  </kept.Form>
}

kept.OwnComplaints ??= function OwnComplaints({ card, words, busy, press }) {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState(null)
  const send = async (text) => {
    const answer = await press("complain", { text })
    setSaid(answer)
    if (answer?.ok) setOpen(false)
  }
  return <>
    {card.own.complaints.length > 0 && <kept.Section title={words.complaints} id="own-complaints">
      <ul className="ob-list">{card.own.complaints.map((each) => <li key={each}>{each}</li>)}</ul></kept.Section>}
    {card.actions.includes("complain") && <div className="ob-ways"><button type="button" id="complain" disabled={busy} aria-expanded={open} onClick={() => setOpen(!open)}>{words.complain}</button></div>}
    {open && <Words busy={busy} close={() => setOpen(false)} title={words.complain_title} label={words.complain_send} lead={<>{words.complain_text} <span className="ob-quiet">{words.complain_lead}</span></>} submit={send} words={words} />}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status">{said?.text}</p>
  </>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
