// The merchant's appeal against a decline, in their own words.
import { useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())

kept.Appeal ??= function Appeal({ card, busy, press }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState("")
  const [said, setSaid] = useState(null)
  const words = card.own.appeal
  const send = async () => {
    const answer = await press("appeal", { text })
    if (answer) setSaid(answer)
    if (answer?.ok) setOpen(false)
  }
  if (!card.actions.includes("appeal") || !words) return null
  return <kept.Section title={words.title} id="appeals">
    {!open && <p>{words.lead}</p>}
    {!open && <button type="button" id="appeal" className="ob-button" onClick={() => setOpen(true)}>{words.open}</button>}
    {open && <kept.Form title={words.open} label={words.send} id="appeal-now" busy={busy} words={card.own.texts} ready={Boolean(text.trim())}
      close={() => setOpen(false)} submit={send}>
      <label>{words.text}
        <textarea id="appeal-text" rows="4" maxLength="4000" value={text} onChange={(e) => setText(e.target.value)} /></label>
    </kept.Form>}
    <p className={said?.ok === false ? "ob-said ob-wrong" : "ob-said"} role="status">{said?.text}</p>
  </kept.Section>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
