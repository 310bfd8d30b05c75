// A line of the merchant's card: what was told, and one tap below it why it is asked, where the value comes from,
// and the field to fill it in.
import { useEffect, useId, useRef, useState } from "react"
import { ArrowRight, Check, ChevronDown, CircleAlert, CircleDashed, CircleDot, CircleMinus, Clock } from "lucide-react"

const kept = (window.onboardElements ??= new EventTarget())

const ICON = { satisfied: Check, pending_verification: Clock, currently_due: CircleDot, past_due: CircleAlert,
  eventually_due: CircleDashed, not_required: CircleMinus, optional: CircleDashed }

kept.Line ??= function Line({ line, own, busy, press, people }) {
  const words = own.texts
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState(null)
  const row = useRef(null)
  const below = useRef(null)
  const panel = useId()
  const Icon = line.problem ? CircleAlert : ICON[line.status]
  const fillable = own.open && line.group !== "spared"
  useEffect(() => {
    // Whoever is asked for something can write at once; whoever looks where a value comes from gets no keyboard.
    if (open && fillable && !line.value) below.current?.querySelector("input, select")?.focus()
  }, [open])
  const close = () => { setOpen(false); row.current?.focus() }
  return <li className={`ob-line-of ob-is-${line.status}`} data-key={line.key} data-status={line.status}>
    <button type="button" ref={row} className="ob-row-head" aria-expanded={open} aria-controls={panel} onClick={() => { setSaid(null); setOpen(!open) }}>
      <Icon aria-hidden="true" />
      <span className="ob-label">{line.label}</span>
      <span className="ob-value">{line.value ?? line.status_label}
        {line.value && ["past_due", "currently_due", "pending_verification"].includes(line.status) && <span className="ob-quiet ob-block">{line.status_label}</span>}
        {line.value && line.problem && line.status === "satisfied" && <span className="ob-quiet ob-block">{words.look_again}</span>}
      </span>
      <ChevronDown className="ob-chevron" aria-hidden="true" />
    </button>
    <span role="status" className="ob-said">{said}</span>
    <div id={panel} ref={below} className="ob-below" hidden={!open}>
      {open && <>
        {line.problem && <p className="ob-wrong">{line.problem}</p>}
        {line.origin && <Origin origin={line.origin} value={line.value} own={own} />}
        <p className="ob-quiet">{line.why} {line.status !== "satisfied" && line.reason}</p>
        {line.invite && <p className="ob-quiet"><a href={`${people}?name=${encodeURIComponent(line.subject)}`}>{line.invite}</a></p>}
        {fillable && <kept.Entry line={line} own={own} busy={busy} press={press} close={close}
          saved={(text) => { close(); setSaid(text) }} />}
      </>}
    </div>
  </li>
}

function Origin({ origin, value, own }) {
  const words = own.texts
  return <div className="ob-origin" aria-label={words.source} role="group">
    {origin.quote && <q>{origin.quote}</q>}
    <p className="ob-quiet">{origin.who} · <time dateTime={origin.at}>{kept.moment(origin.at, own.language)}</time> · {origin.how}</p>
    {origin.before && <p className="ob-quiet">{words.corrected}: <del>{origin.before}</del> <ArrowRight aria-label="→" /> <ins>{value}</ins></p>}
  </div>
}

queueMicrotask(() => kept.dispatchEvent(new Event("piece")))

export default null
