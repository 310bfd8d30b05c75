// The keys of the team's windows: single ones, which act outside of fields only and can be switched off.
import { useEffect, useRef, useState } from "react"

const kept = (window.onboardElements ??= new EventTarget())

const SETTING = "onboard-keys"
const areOn = () => localStorage.getItem(SETTING) !== "off"

// Each part of a window says what its keys do; a handler that answers false has not used the key.
kept.keys ??= {}
// One that is drawn anew has its keys already when the former one goes.
kept.useKeys ??= (part, handlers) => {
  const mine = useRef(null)
  mine.current = kept.keys[part] = handlers
  useEffect(() => () => { if (kept.keys[part] === mine.current) delete kept.keys[part] }, [part])
}

const FIELDS = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]"
const writes = (target) => Boolean(target.closest?.(`${FIELDS}, dialog, [role=dialog], [role=menu]`))

const hear = (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === "Escape" && event.target.id === "chat-input") event.target.blur()
  if (writes(event.target) || !areOn()) return
  const used = Object.values(kept.keys).some((handlers) => handlers[event.key] && handlers[event.key](event) !== false)
  if (used) event.preventDefault()
}

const showKeys = () => {
  document.getElementById("keys")?.showModal()
  document.getElementById("keys-close")?.focus()
}

const press = (id) => () => {
  const button = document.getElementById(id)
  if (!button || button.disabled) return false
  button.click()
}

// A form that has nothing to read but what is decided waits on its button: Enter does it.
const pressAndConfirm = (id) => () => {
  if (press(id)() === false) return false
  const wait = (tries) => {
    const button = document.getElementById(`${id}-now`)
    if (!button && tries) requestAnimationFrame(() => wait(tries - 1))
    else if (button && !button.disabled && !button.form.querySelector(".ob-note")) button.focus()
  }
  wait(30)
}

const CASE = [
  ["a", "Approve", pressAndConfirm("approve")],
  ["d", "Decline", press("decline")],
  ["q", "Ask the merchant", press("ask")],
  ["c", "Take the case on", press("claim")],
  ["m", "Write a message", () => document.getElementById("chat-input")?.focus()],
]
const LIST = [["j, k", "One line down, up; the arrows too"], ["Enter", "Open the case"], ["x, X", "Pick it, or all up to it"], ["Esc", "Pick none"], ["o", "Put the list in order again"], ["/", "Find by name"]]
// What only those who take cases on can do.
const TAKING = ["Take on the next case", "Pick it, or all up to it", "Pick none"]
const EVERYWHERE = [["n", "Take on the next case"], ["b", "Back to the list"], ["?", "Show these keys"], ["Esc", "Leave a form, or what you write"]]

kept.Keys ??= function Keys({ case_id, root, takes, call }) {
  const [said, setSaid] = useState("")
  const working = useRef(false)
  const next = async () => {
    if (working.current) return
    working.current = true
    setSaid("")
    try {
      const answer = (await call({ name: "next", payload: { after: case_id } }))?.response
      setSaid(answer?.text ?? "")
      if (answer?.go) window.location.assign(answer.go)
    } finally {
      working.current = false
    }
  }
  kept.useKeys("everywhere", {
    "?": showKeys,
    b: () => { if (case_id) window.location.assign(`${root}/`); else return false },
    ...(takes ? { n: () => { next() } } : {}),
    ...(case_id ? Object.fromEntries(CASE.map(([key, , act]) => [key, act])) : {}),
  })
  useEffect(() => {
    // Chainlit begins with the focus where one writes; until somebody does something, keys are for the case.
    const box = document.activeElement
    if (areOn() && box?.id === "chat-input" && !box.value && document.documentElement.dataset.used === undefined) box.blur()
    document.addEventListener("keydown", hear)
    return () => document.removeEventListener("keydown", hear)
  }, [])
  return <>
    <p role="status" className="ob-keys-said" id="keys-said">{said}</p>
    <Help case_id={case_id} takes={takes} />
  </>
}

function Help({ case_id, takes }) {
  const [on, setOn] = useState(areOn())
  const told = [...EVERYWHERE, ...(case_id ? CASE : LIST)].filter(([, words]) => takes || !TAKING.includes(words))
  const change = (e) => { localStorage.setItem(SETTING, e.target.checked ? "on" : "off"); setOn(e.target.checked) }
  return <dialog id="keys" className="ob-keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <p className="ob-quiet">They act wherever you are not writing.</p>
    <dl>{told.map(([key, words]) => <div key={words}><dt><kbd>{key}</kbd></dt><dd>{words}</dd></div>)}</dl>
    <label className="ob-choice"><input type="checkbox" id="keys-on" checked={on} onChange={change} /> Single keys are on</label>
    <form method="dialog"><button className="ob-button ob-main" id="keys-close">Close</button></form>
  </dialog>
}

kept.KeysButton ??= function KeysButton() {
  return <button type="button" className="ob-link-button ob-keys-button" id="keys-button" onClick={showKeys}>Keys <kbd>?</kbd></button>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default <kept.Keys {...props} call={callAction} />
