// What a declined merchant can do, and the letter. What it says is the same whatever the reason was.
import { FileText } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

kept.Declined ??= function Declined({ card, declined }) {
  return <kept.Section title={declined.title} id="declined">
    {declined.letter && <a className="ob-button ob-small" href={`/notice/${card.case_id}`} id="decline-letter"><FileText aria-hidden="true" /> {declined.download}</a>}
    {declined.letter === false && <p className="ob-quiet">{declined.soon}</p>}
    <p className="ob-quiet">{declined.again}</p>
  </kept.Section>
}
queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
