// What the merchant will read of a decline, word by word, before it is one: the desk is asked, nothing changes.
import { useEffect, useState } from "react"
import { Eye, EyeOff } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

// The newest connection's, as this file is read again with every card.
kept.foresee = (payload) => callAction({ name: "foresee_decline", payload })

kept.NoticePreview ??= function NoticePreview({ card, reasons }) {
  const [found, setFound] = useState(null)
  const asked = reasons.join()
  useEffect(() => {
    let wanted = reasons.length > 0
    if (!wanted) return setFound(null)
    const soon = setTimeout(async () => {
      const answer = (await kept.foresee({ case_id: card.case_id, version: card.version, reasons }).catch(() => null))?.response
      if (wanted) setFound(answer?.ok ? { asked, ...JSON.parse(answer.text) } : { asked, problem: answer?.text ?? "What the merchant will read cannot be shown just now." })
    }, 200)
    return () => { wanted = false; clearTimeout(soon) }
  }, [asked, card.version])
  if (!found) return null
  if (found.problem) return <p className="ob-said ob-wrong" role="status">{found.problem}</p>
  const Icon = found.tells ? Eye : EyeOff
  return <section className="ob-preview" id="decline-preview" aria-label="What the merchant will read" aria-busy={found.asked !== asked} data-tells={found.tells}>
    <p role="status"><Icon aria-hidden="true" /> <b>{tells(found.tells, reasons.length)}</b></p>
    <h3>In the conversation, in {found.language}</h3>
    <blockquote>{found.message}</blockquote>
    {found.letter && <details><summary>The letter, as a PDF and by mail</summary><blockquote className="ob-letter" tabIndex="0">{found.letter}</blockquote></details>}
  </section>
}

const tells = (told, picked) => {
  if (!told) return "The merchant reads no reason: the text is the neutral one, the same for everybody."
  if (told === picked) return told === 1 ? "The merchant reads this reason." : `The merchant reads these ${told} reasons.`
  return `The merchant reads ${told} of these ${picked} reasons.`
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
