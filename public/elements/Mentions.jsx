// The colleagues whom a note may ask: offered behind an @ in the composer, which stays where the focus is.
import { useEffect, useLayoutEffect, useRef, useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())

const box = () => document.getElementById("chat-input")
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

// What stands between an @ and the caret; an @ inside an e-mail address is none.
const typed = ({ value, selectionStart }) => {
  const found = /(?<![\p{L}\p{N}_.@])@([^@\n]{0,60})$/u.exec(value.slice(0, selectionStart))
  return found && { from: found.index, words: plain(found[1]) }
}

const offered = (colleagues, words) => {
  const found = colleagues.filter(({ name, handle }) =>
    [plain(name), ...plain(name).split(/\s+/), plain(handle)].some((form) => form.startsWith(words)))
  const [one] = found
  // Nothing is left to be completed: Enter sends again.
  return found.length === 1 && [plain(one.mention), plain(one.handle)].includes(words) ? [] : found
}

kept.Mentions ??= function Mentions({ colleagues, note }) {
  const [list, setList] = useState(null)
  const [said, setSaid] = useState("")
  const left = useRef(null) // The @ at which the list was closed.
  const look = () => {
    const at = document.activeElement === box() ? typed(box()) : null
    if (at?.from !== left.current) left.current = null
    const found = at && left.current === null ? offered(colleagues, at.words) : []
    setList((before) => found.length ? { from: at.from, found, active: Math.max(found.indexOf(before?.found[before.active]), 0) } : null)
  }
  const take = ({ name, mention }) => {
    box().setRangeText(`@${mention} `, list.from, box().selectionStart, "end")
    box().dispatchEvent(new Event("input", { bubbles: true }))
    const button = document.getElementById(`command-${note}`)
    if (button && !button.classList.contains("text-command")) button.click()
    box().focus()
    setSaid(`${note}: it asks ${name}.`)
  }
  const close = () => { left.current = list.from; setList(null) }
  const go = (by) => setList({ ...list, active: (list.active + by + list.found.length) % list.found.length })
  useListening(look, list, { ArrowDown: () => go(1), ArrowUp: () => go(-1), Enter: () => take(list.found[list.active]), Tab: () => take(list.found[list.active]), Escape: close })
  useEffect(() => { if (list) setSaid(`${list.found.length === 1 ? "1 colleague" : `${list.found.length} colleagues`} to ask in a private note.`) }, [list?.found.length])
  const panel = useNaming(list)
  return <>
    <p role="status" className="sr-only" id="mentions-said">{said}</p>
    {list && <div className="ob-mentions" ref={panel}>
      <p id="mentions-title">Ask in a private note</p>
      <ul role="listbox" id="mentions" aria-labelledby="mentions-title">
        {list.found.map((each, nth) => <li key={each.mention} role="option" id={`mention-${nth}`} aria-selected={nth === list.active}
          onMouseDown={(e) => e.preventDefault()} onMouseMove={() => nth !== list.active && setList({ ...list, active: nth })} onClick={() => take(each)}>
          <b>{each.name}</b> <span>@{each.handle}</span></li>)}
      </ul>
    </div>}
  </>
}

// The keys are heard before Chainlit hears them, which sends with Enter.
const useListening = (look, list, keys) => {
  const now = useRef()
  now.current = { look, list, keys }
  useEffect(() => {
    const look = () => now.current.look()
    const hear = (event) => {
      const { list, keys } = now.current
      const is_ours = list && event.target === box() && !event.isComposing && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
      if (!is_ours || !keys[event.key]) return
      event.preventDefault()
      event.stopPropagation()
      keys[event.key]()
    }
    const looks = ["input", "selectionchange", "focusout"]
    for (const name of looks) document.addEventListener(name, look)
    document.addEventListener("keydown", hear, true)
    return () => {
      for (const name of looks) document.removeEventListener(name, look)
      document.removeEventListener("keydown", hear, true)
    }
  }, [])
}

// While colleagues are offered the box says so, and the list stands above it.
const useNaming = (list) => {
  const panel = useRef(null)
  useLayoutEffect(() => {
    if (!list) return
    const tells = { role: "combobox", "aria-expanded": "true", "aria-haspopup": "listbox", "aria-autocomplete": "list", "aria-controls": "mentions", "aria-activedescendant": `mention-${list.active}` }
    for (const [name, value] of Object.entries(tells)) box().setAttribute(name, value)
    const { left, top, width } = document.getElementById("message-composer").getBoundingClientRect()
    Object.assign(panel.current.style, { left: `${left}px`, bottom: `${window.innerHeight - top + 8}px`, width: `min(${width}px, 24rem)` })
    document.getElementById(`mention-${list.active}`).scrollIntoView({ block: "nearest" })
    return () => { for (const name of Object.keys(tells)) box()?.removeAttribute(name) }
  }, [list])
  return panel
}

export default <kept.Mentions {...props} />
