// The team's composer: it says who reads what is written in it, and is never without a reader.
import { useEffect } from "react"

const kept = (window.onboardElements ??= new EventTarget())

const button_of = (audience) => document.getElementById(`command-${audience}`)
const set = (node, name, value) => node.getAttribute(name) !== value && node.setAttribute(name, value)

// ``audiences``: what stands on each button, and who reads it then.
const say_who_reads = (audiences) => {
  for (const [audience, reads] of Object.entries(audiences)) {
    const button = button_of(audience)
    const pressed = Boolean(button?.classList.contains("text-command"))
    if (button) set(button, "aria-pressed", String(pressed))
    if (pressed) set(document.getElementById("chat-input"), "placeholder", reads)
  }
}

// A second press would leave the words to nobody, and Chainlit would send a message that is empty.
const stop = (event) => { event.preventDefault(); event.stopPropagation() }
const keep_choice = (event) => { if (event.target.closest?.(".command-button.text-command")) stop(event) }
const keep_empty = (event) => {
  if (event.key === "Enter" && event.target.id === "chat-input" && !event.target.value.trim()) stop(event)
}

// Chainlit goes on in one case as in the one before, where somebody may have written to its merchant.
const begin_with = (audience) => {
  const button = button_of(audience)
  if (button && !button.classList.contains("text-command")) button.click()
  return Boolean(button)
}

kept.Composer ??= function Composer({ audiences, begins }) {
  useEffect(() => {
    let begun = !begins
    const say = () => {
      begun ||= begin_with(begins)
      say_who_reads(audiences)
    }
    const watch = new MutationObserver(say)
    say()
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] })
    document.addEventListener("click", keep_choice, true)
    document.addEventListener("keydown", keep_empty, true)
    return () => {
      watch.disconnect()
      document.removeEventListener("click", keep_choice, true)
      document.removeEventListener("keydown", keep_empty, true)
    }
  }, [])
  return null
}

export default <kept.Composer {...props} />
