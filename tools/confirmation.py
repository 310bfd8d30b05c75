"""Which of the merchant's words confirm the summary: unread, after it, about it, and a plain yes."""

from __future__ import annotations

from cases.affirmation import affirms
from cases.errors import Conflict, Ungrounded
from cases.events import (
    AbsenceDeclared,
    Event,
    FactRecorded,
    MessageSaid,
    QuestionAsked,
    StateMoved,
    SummaryPresented,
)
from desk.draft import Draft

_AFTER_WHICH_IT_IS_OUT_OF_DATE = (FactRecorded, AbsenceDeclared, QuestionAsked, StateMoved)


def require_confirmation(draft: Draft, message: int, quote: str) -> None:
    """Raise Ungrounded or Conflict unless the quoted words of the message confirm the summary."""
    said = draft.source(message)
    if not quote.strip() or quote not in said.text:
        raise Ungrounded(f"Message {message} does not contain these words.")
    if message <= draft.record.read_up_to:
        raise Ungrounded(f"Message {message} was read and answered before; ask the merchant again.")
    start = _require_summary(draft)
    if message < start:
        raise Conflict(
            f"Message {message} was written before the summary, or the application or the "
            "question has changed since: present the summary again."
        )
    if not (affirms(quote) and message in confirming_messages(draft)):
        raise Ungrounded(
            "These words do not plainly confirm the summary. Where the merchant wants a change, "
            "record it; otherwise ask them to confirm."
        )


def confirming_messages(draft: Draft) -> tuple[int, ...]:
    """Unread messages that confirm the summary: all that was said since it was shown says yes."""
    shown = _summary_at(draft)
    if shown is None:
        return ()
    after = max(shown, draft.record.read_up_to)
    unread = [e for e in draft.events if e.seq > after and _is_merchants(draft, e)]
    texts = [event.body.text for event in unread if isinstance(event.body, MessageSaid)]
    return tuple(event.seq for event in unread) if all(map(affirms, texts)) else ()


def _require_summary(draft: Draft) -> int:
    shown = _summary_at(draft)
    if shown is None:
        raise Conflict(
            "The merchant has not been shown this application as it is now: present the summary, "
            "then wait for their answer."
        )
    return shown


def _summary_at(draft: Draft) -> int | None:
    """Where the summary stands that is still the last word on the application; None where none is."""
    for event in reversed(draft.events):
        if isinstance(event.body, SummaryPresented):
            return event.seq
        if isinstance(event.body, _AFTER_WHICH_IT_IS_OUT_OF_DATE) or _asks_otherwise(draft, event):
            return None
    return None


def _asks_otherwise(draft: Draft, event: Event) -> bool:
    """Whether somebody else has put a question since, which a yes may answer as well."""
    if not isinstance(event.body, MessageSaid) or _is_merchants(draft, event):
        return False
    return bool(event.body.asks) or event.role not in ("agent", "desk")


def _is_merchants(draft: Draft, event: Event) -> bool:
    return isinstance(event.body, MessageSaid) and event.actor == str(draft.record.opened_by)
