// The reviewer's home: what waits for them, the most urgent first. Drawn again as it changes.
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react"

const kept = (window.onboardElements ??= new EventTarget())

const REMEMBERED = "onboard-queue"
const ANY = { part: "waiting", state: "", level: "", line: "", country: "", days: "", assignee: "", mark: "", name: "" }

// What was chosen last in this tab; somebody comes back to it from a case.
const remembered = () => { try { return { ...ANY, ...JSON.parse(sessionStorage.getItem(REMEMBERED)) } } catch { return ANY } }

const asWanted = ({ part, name, days, ...kinds }) => ({
  part, name, days: Number(days), ...Object.fromEntries(Object.entries(kinds).map(([kind, value]) => [kind, value ? [value] : []])),
})

// While somebody points at the list, or has the focus in it, no line moves away under their hands: what has
// gone stays, marked, and what is new comes below.
const inTheirPlaces = (before, now) => {
  const latest = new Map(now.map((line) => [line.case_id, line]))
  const placed = new Set(before.map((line) => line.case_id))
  return [
    ...before.map((line) => latest.get(line.case_id) ?? { ...line, gone: true }),
    ...now.filter((line) => !placed.has(line.case_id)),
  ]
}

const isSameOrder = (some, others) => some.length === others.length && some.every((line, i) => line.case_id === others[i].case_id && !line.gone)

// The lines as they are drawn: held in place, each with the height that it had, while somebody is among them.
function useHeld(cases, asked) {
  const list = useRef(null)
  const drawn = useRef({ asked, lines: cases, heights: new Map() })
  const focused = useRef(null)
  const [pointed, setPointed] = useState(false)
  const [inside, setInside] = useState(false)
  const [, drawAgain] = useState(0)
  const is_held = (pointed || inside) && drawn.current.asked === asked
  const lines = is_held ? inTheirPlaces(drawn.current.lines, cases) : cases
  const heights = is_held ? drawn.current.heights : new Map()
  drawn.current = { asked, lines, heights }
  const hold = () => {
    if (drawn.current.heights.size) return
    drawn.current.heights = new Map([...list.current.children].map((item) => [item.dataset.item, item.offsetHeight]))
  }
  // A focused line that was put into another place is the focused one there.
  useLayoutEffect(() => {
    const line = focused.current?.isConnected && document.activeElement === document.body ? focused.current : null
    line?.focus({ preventScroll: true })
  })
  const order = () => {
    focused.current = document.activeElement
    drawn.current = { asked, lines: cases, heights: new Map() }
    drawAgain((n) => n + 1)
  }
  const watched = {
    ref: list,
    onPointerEnter: () => { hold(); setPointed(true) },
    onPointerLeave: () => setPointed(false),
    onFocus: (e) => { hold(); setInside(true); focused.current = e.target },
    onBlur: (e) => { if (!list.current.contains(e.relatedTarget)) { setInside(false); focused.current = null } },
  }
  return { lines, heights, list, watched, order: is_held && !isSameOrder(lines, cases) ? order : null }
}

kept.Queue ??= function Queue({ cases, total, shown, parts, filters, wanted, root, invite, lead, team, call }) {
  const takes = Object.keys(team).length > 0
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState("")
  const asking = useRef(wanted)
  const [find, setFind] = useState(remembered().name)
  const { lines, heights, list, watched, order } = useHeld(cases, JSON.stringify(wanted))
  const picked = kept.usePicked(lines)

  const send = async (name, payload) => {
    setBusy(true)
    try {
      const answer = (await call({ name, payload }))?.response
      if (answer?.go) window.location.assign(answer.go)
      setSaid(answer ? answer.text : "That did not arrive. Please check the connection and try again.")
      return answer
    } catch {
      setSaid("That did not arrive. Please check the connection and try again.")
    } finally {
      setBusy(false)
    }
  }
  const choose = (change, most = shown) => {
    asking.current = { ...asking.current, ...change }
    sessionStorage.setItem(REMEMBERED, JSON.stringify(asking.current))
    return send("find", { wanted: asWanted(asking.current), shown: most })
  }
  const next = () => busy || send("next", {})
  useEffect(() => {
    const before = remembered()
    if (JSON.stringify(before) !== JSON.stringify(wanted)) choose(before)
  }, [])
  useEffect(() => {
    if (find === asking.current.name) return
    const later = setTimeout(() => choose({ name: find }), 250)
    return () => clearTimeout(later)
  }, [find])
  kept.useKeys?.("queue", keysOf(list, picked, order))

  const at = asking.current
  const chosen = filters.filter(({ key }) => at[key]).length
  const clear = () => { setFind(""); choose({ ...ANY, part: at.part }) }
  return <section className="ob-queue" id="queue" aria-label="Applications" aria-busy={busy}>
    <div className="ob-between ob-queue-head">
      <h1>Applications</h1>
      <span className="ob-invite">
        {lead && <a id="team" href={lead}>The team</a>}
        {invite && <a id="invite" href={invite}>Invite a merchant</a>}
      </span>
      <input type="search" className="ob-find" id="find" placeholder="Find by name" aria-label="Find by name" value={find}
        onChange={(e) => setFind(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
      {takes && <button type="button" className="ob-button ob-main ob-next" id="next-case" aria-keyshortcuts="n" disabled={busy} onClick={next}>Next case</button>}
    </div>
    <div className="ob-parts" role="group" aria-label="Which applications">
      {parts.map(({ value, label, count }) => <button key={value} type="button" data-part={value} aria-pressed={at.part === value}
        onClick={() => choose({ part: value })}>{label} <span className="ob-number">{count}</span></button>)}
    </div>
    <Filters filters={filters} at={at} chosen={chosen} choose={choose} />
    <div className="ob-between ob-quiet ob-said-of-list">
      <span id="queue-total">{total === 1 ? "1 application" : `${total.toLocaleString("en")} applications`}</span>
      <span role="status" id="queue-said">{said}</span>
      {chosen > 0 && <button type="button" className="ob-link-button" id="clear-filters" onClick={clear}>Clear the filters</button>}
      {order && <button type="button" className="ob-link-button" id="put-in-order" aria-keyshortcuts="o" onClick={order}>Put in order again</button>}
      {kept.KeysButton && <kept.KeysButton />}
    </div>
    <ul className="ob-lines" aria-live="polite" aria-relevant="additions" {...watched}>
      {lines.map((line) => <kept.QueueLine key={line.case_id} line={line} root={root} height={heights.get(line.case_id)} picked={takes && picked} />)}
    </ul>
    {!lines.length && <Nothing part={at.part} chosen={chosen || find.trim()} clear={clear} />}
    {total > cases.length && <p className="ob-more ob-quiet">The first {cases.length} are shown. <button type="button" className="ob-link-button" id="show-more"
      onClick={() => choose({}, shown + 100)}>Show more</button></p>}
    {takes && picked.ids.length > 0 && <kept.Bulk picked={picked} team={team} busy={busy} send={send} />}
  </section>
}

// The keys of the list: one line down or up, pick the line, everything between, in order again.
const keysOf = (list, picked, order) => {
  const links = () => [...(list.current?.querySelectorAll(".ob-line") ?? [])]
  const here = () => document.activeElement?.closest?.("[data-item]")
  const go = (by) => () => {
    const all = links()
    const at = all.indexOf(here()?.querySelector(".ob-line"))
    const line = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]
    line?.focus()
    line?.scrollIntoView({ block: "nearest" })
  }
  const inside = (act) => (event) => (here() ? act(event) : false)
  const [down, up] = [go(1), go(-1)]
  return {
    j: down, k: up, ArrowDown: inside(down), ArrowUp: inside(up),
    x: inside(() => picked.toggle(here().dataset.item)), X: inside(() => picked.toggle(here().dataset.item, true)),
    Escape: () => picked.ids.length > 0 && picked.clear(),
    o: () => order?.(),
    "/": () => document.getElementById("find")?.focus(),
  }
}

function Filters({ filters, at, chosen, choose }) {
  const [open, setOpen] = useState(false)
  return <div className={`ob-filters ${open ? "ob-open" : ""}`}>
    <button type="button" className="ob-button ob-small ob-filters-toggle" id="filters" aria-expanded={open} onClick={() => setOpen(!open)}>Filter{chosen ? ` (${chosen})` : ""}</button>
    <div className="ob-filter-row">
      {filters.map(({ key, label, choices }) => <label key={key} className={at[key] ? "ob-chosen" : undefined}>{label}
        <select data-filter={key} value={at[key]} onChange={(e) => choose({ [key]: e.target.value })}>
          <option value="">Any</option>
          {choices.map(({ value, label: words, count }) => <option key={value} value={value}>{words} ({count})</option>)}
        </select></label>)}
    </div>
  </div>
}

const NOTHING = {
  waiting: "Nothing waits for you. New applications appear here by themselves.",
  snoozed: "Nothing is put aside.",
  merchant: "No merchant has anything to do just now.",
  running: "Nothing is being checked or set up just now.",
  done: "Nothing has been decided yet.",
  all: "There are no applications yet.",
}

function Nothing({ part, chosen, clear }) {
  if (!chosen) return <p className="ob-empty">{NOTHING[part]}</p>
  return <p className="ob-empty">No application here is like that. <button type="button" className="ob-link-button" onClick={clear}>Show all of them</button></p>
}

const tell = (changed) => { kept.addEventListener("piece", changed); return () => kept.removeEventListener("piece", changed) }

kept.QueueWhenThere ??= function QueueWhenThere(given) {
  const there = useSyncExternalStore(tell, () => Boolean(kept.QueueLine && kept.Bulk && kept.useKeys))
  return there ? <kept.Queue {...given} /> : null
}

export default <kept.QueueWhenThere {...props} call={callAction} />
