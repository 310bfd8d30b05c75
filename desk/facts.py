"""Facts about the merchant: recorded only where somebody's words say just that (design, rule 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.access import Audience
from cases.application import CHARGED, DERIVED, Address, FactValue, FieldName
from cases.corrections import can_put_right
from cases.denial import denies
from cases.errors import Conflict, Invalid, NotFound, OnboardError, Ungrounded
from cases.events import (
    AbsenceDeclared,
    ApplicationChanged,
    DocumentReceived,
    FactRecorded,
    FactRefused,
    ItemPostponed,
    MessageSaid,
    QuestionAsked,
    RequestMade,
    RequestReceived,
    SummaryPresented,
)
from cases.events.facts import Certainty
from cases.fields import Context, currency_of, form_of_name, ground, mcc_candidates, merge_address
from cases.legal_forms import LegalForm
from cases.quotes import stands_in
from cases.record import CaseRecord
from cases.sensitive import Kind, kind_of, resolve
from cases.states import OPEN_FOR_FACTS, SUBMITTABLE, State
from cases.wishes import puts_off
from desk.draft import Author, Draft
from desk.information_answers import confirm_field

RECHECKED_ON_CHANGE = OPEN_FOR_FACTS - SUBMITTABLE
"""States in which what was submitted is being checked, reviewed or approved as it is."""


def record_fact(
    draft: Draft,
    author: Author,
    name: FieldName,
    value: FactValue,
    *,
    source_seq: int,
    quote: str,
    note_change: bool = True,
    certainty: Certainty = "said",
) -> FactValue:
    """Record one field as read from ``quote`` in the merchant's message ``source_seq``.

    The quote must stand in that message, and the field's own parser must read the same value from
    it. Raises Ungrounded (and puts the refusal on record) where it does not, and where an agent takes
    earlier words over later ones. A material change after submission sends the case back to be checked.
    """
    try:
        require_taken(draft, name)
        _require_speaker(draft, source_seq, certainty)
        grounded = ground_fact(draft, name, value, source_seq, quote)
    except OnboardError as error:
        _refuse(draft, author, name, quote, str(error))
        raise
    _require_open(draft)
    before = draft.record.told.get(name)
    later = _said_later(draft, author, name, source_seq)
    if isinstance(before, Address) and isinstance(grounded, Address):
        grounded = merge_address(grounded, before) if later else merge_address(before, grounded)
    if grounded == before:
        confirm_field(draft, author, name)
        return grounded
    if reason := _may_not_replace(draft, author, name, source_seq, later):
        _refuse(draft, author, name, quote, reason)
        raise Ungrounded(reason)
    if certainty == "said" and is_worked_out(grounded, quote):
        certainty = "worked_out"
    _write(draft, author, name, grounded, source_seq, quote, certainty)
    if name is FieldName.BUSINESS_TYPE:
        _derive_mcc(draft, author, str(grounded), source_seq, quote, certainty)
    if name is FieldName.MERCHANT_NAME:
        _derive_legal_form(draft, author, str(grounded), source_seq, quote)
    if note_change:
        recheck_if_material(draft, author, name)
    return grounded


def declare_absent(draft: Draft, author: Author, name: FieldName, *, source_seq: int, quote: str) -> None:
    """Record that the merchant has no such item, in their own words; raises Ungrounded, Conflict."""
    require_taken(draft, name)
    _require_speaker(draft, source_seq, "said")
    _require_quote(draft, name, source_seq, quote)
    if not denies(quote, name):
        raise Ungrounded("These words do not say that there is none.")
    _require_open(draft)
    if name in draft.record.absent or draft.record.application.get(name) is not None:
        return
    absent = AbsenceDeclared(field=name, source_seq=source_seq, quote=quote)
    draft.add(absent, author, Audience.EVERYONE)


def postpone(draft: Draft, author: Author, name: FieldName, *, source_seq: int, quote: str) -> None:
    """Record that the merchant gives an item later, in their own words; raises Ungrounded, Conflict."""
    require_taken(draft, name)
    _require_speaker(draft, source_seq, "said")
    _require_quote(draft, name, source_seq, quote)
    if not puts_off(quote):
        raise Ungrounded("These words do not say that it comes later.")
    _require_open(draft)
    record = draft.record
    settled = record.application.get(name) is not None or name in record.absent
    if not settled and name not in record.postponed:
        postponed = ItemPostponed(field=name, source_seq=source_seq, quote=quote)
        draft.add(postponed, author, Audience.EVERYONE)


def assume_currency(draft: Draft, author: Author) -> None:
    """Take a revenue without a currency to be in that of the address's country; the summary shows it."""
    record = draft.record
    country = record.application.address.country if record.application.address else None
    amount = record.provenance.get(FieldName.ANNUAL_REVENUE)
    currency = currency_of(country) if country else None
    if record.application.currency is None and amount is not None and currency is not None:
        quote = "" if FieldName.ANNUAL_REVENUE in record.entered_by_others else amount.quote
        _write(draft, author, FieldName.CURRENCY, currency, amount.source_seq, quote, "assumed")


def is_worked_out(value: FactValue, quote: str) -> bool:
    """Whether a figure does not stand in the words itself: a month's times twelve, years since, "half each".

    Zeros at the end and separators tell nothing ("250k", "2.5 million"); a figure spelled in words is
    taken to be the figure, except for shares, which are figures only where they are written as such.
    """
    written = {_figure(found) for found in _WRITTEN.findall(quote)}
    if isinstance(value, tuple):
        shares = {_figure(f"{o.ownership_percent:g}") for o in value if o.ownership_percent is not None}
        return not shares <= written
    return isinstance(value, int) and bool(written) and _figure(str(value)) not in written


_WRITTEN = re.compile(r"\d+(?:[.,'\u2019\u202f\u00a0 ]?\d+)*")


def _figure(text: str) -> str:
    return "".join(char for char in text if char.isdigit()).strip("0")


def recheck_if_material(draft: Draft, author: Author, name: FieldName) -> None:
    """Have a submitted case checked anew when a material field changed: version + 1, once a turn."""
    if name in draft.policy.material:
        recheck_if_changed(draft, author)


def recheck_if_changed(draft: Draft, author: Author) -> None:
    """Have a submitted case checked anew when it is no longer what was checked: version + 1, once a turn."""
    record = draft.record
    if draft.policy.application_hash(record.application, record.parties) != record.version_hash:
        check_anew(draft, author)


def check_anew(draft: Draft, author: Author) -> None:
    """Have a case checked anew that was submitted: version + 1, once a turn.

    While it is being checked it stays where it is; what was checked so far counts no longer.
    """
    record = draft.record
    if record.state not in RECHECKED_ON_CHANGE:
        return
    digest = draft.policy.application_hash(record.application, record.parties)
    raised = any(isinstance(event.body, ApplicationChanged) for event in draft.new)
    version = record.version if raised else record.version + 1
    draft.add(ApplicationChanged(version=version, application_hash=digest), author)
    if record.state is not State.CHECKING:
        draft.move(State.CHECKING, author)
    draft.enqueue("turn")


def _require_speaker(draft: Draft, source_seq: int, certainty: Certainty) -> None:
    """A document's words become a fact only where the merchant takes them over, a request's never again."""
    said = draft.events[source_seq - 1].body if 1 <= source_seq <= len(draft.events) else None
    if isinstance(said, RequestReceived):
        raise Ungrounded("What a request states was taken in field by field when it arrived.")
    if isinstance(said, DocumentReceived) != (certainty == "document"):
        raise Ungrounded("What a document says is offered to the merchant, who takes it over or leaves it.")


def _may_not_replace(
    draft: Draft, author: Author, name: FieldName, source_seq: int, later: int
) -> str | None:
    """Why an agent may not put the words in the place of what is on record; None where it may."""
    if author.role != "agent" or name not in draft.record.provenance:
        return None
    if later and name is not FieldName.ADDRESS:
        return f"{name.value} was told again since, in message {later}: the last word counts."
    confirmed = draft.record.state in RECHECKED_ON_CHANGE
    if confirmed and not can_put_right(draft.source(source_seq).text, name):
        return f"The merchant has confirmed the {name.value}, and message {source_seq} does not speak of it."
    return None


def _said_later(draft: Draft, author: Author, name: FieldName, source_seq: int) -> int:
    """Where the field was told since; 0 where it was not, or a person takes the earlier words over."""
    known = draft.record.provenance.get(name)
    said = known is not None and known.certainty != "assumed"
    return (
        known.source_seq if known and said and author.role == "agent" and known.source_seq > source_seq else 0
    )


def ground_fact(draft: Draft, name: FieldName, value: FactValue, source_seq: int, quote: str) -> FactValue:
    """The value as the quoted words say it; raises Ungrounded or Invalid where they do not."""
    if name in DERIVED:
        raise Ungrounded(f"{name.value} follows from other fields and cannot be stated.")
    secrets = _require_quote(draft, name, source_seq, quote)
    context = context_at(draft, source_seq)
    plain = resolve(value, secrets) if isinstance(value, str) else value
    if "⟦" in str(plain):
        raise Ungrounded(f"What this token stands for is no {name.value}.")
    return ground(name, plain, resolve(quote, secrets), context)


def context_at(draft: Draft, source_seq: int) -> Context:
    """What was known and asked when the message was written."""
    said = draft.events[source_seq - 1]
    return Context(
        application=draft.record.application,
        asked=_asked_before(draft, source_seq),
        today=said.at.date(),
        takes_charges=not draft.policy.taken.isdisjoint(CHARGED),
    )


def _asked_before(draft: Draft, seq: int) -> tuple[FieldName, ...]:
    """What was asked last, and the years in business where they were asked for before and never told."""
    asked = tuple(_questions_before(draft, seq))
    last = next(iter(asked), ())
    years = FieldName.YEARS_IN_BUSINESS
    is_open = last and years not in last and draft.record.application.years_in_business is None
    return (*last, years) if is_open and any(years in each for each in asked) else last


def _questions_before(draft: Draft, seq: int) -> Iterator[tuple[FieldName, ...]]:
    """What each message asked for, the newest first; a summary or a reviewer's question closes the rest."""
    for event in reversed(draft.events[: seq - 1]):
        if isinstance(event.body, SummaryPresented | QuestionAsked | RequestMade):
            return
        if isinstance(event.body, MessageSaid) and event.body.awaits:
            yield event.body.awaits


_NUMERIC = frozenset(
    {
        FieldName.ANNUAL_REVENUE,
        FieldName.YEARS_IN_BUSINESS,
        FieldName.OWNERS,
        *CHARGED,
        FieldName.ONLINE_SHARE,
        FieldName.DELIVERY_DAYS,
    }
)
_NEVER_A_FIELD = frozenset({Kind.SSN, Kind.BIRTH_DATE})


def _require_quote(draft: Draft, name: FieldName, source_seq: int, quote: str) -> dict[str, str]:
    """The secrets to resolve the quote with; raises Ungrounded where the merchant wrote no such words."""
    try:
        body = draft.source(source_seq)
    except NotFound as missing:
        raise Ungrounded(str(missing)) from missing
    if not stands_in(quote, body.text, whole_numbers=name in _NUMERIC):
        raise Ungrounded(f"Message {source_seq} does not contain these words.")
    # Numbers that identify a person never become a field (contract): their tokens stay tokens.
    secrets = draft.record.secrets.items()
    return {token: value for token, value in secrets if kind_of(token) not in _NEVER_A_FIELD}


def _refuse(draft: Draft, author: Author, name: FieldName, quote: str, reason: str) -> None:
    refused = FactRefused(field=name.value, quote=quote[:500], reason=reason[:500])
    draft.add(refused, author)


def _require_open(draft: Draft) -> None:
    if draft.record.state not in OPEN_FOR_FACTS:
        raise Conflict(
            f"The case is {draft.record.state.value}; the application can no longer change.",
            code="not_possible_now",
        )


def _write(
    draft: Draft,
    author: Author,
    name: FieldName,
    value: FactValue,
    source_seq: int,
    quote: str,
    certainty: Certainty = "said",
) -> None:
    record = draft.record
    fact = FactRecorded(
        field=name,
        value=value,
        # What a participant filled in is not for the applicant, also not as what it was before.
        previous=record.told.get(name),
        source_seq=source_seq,
        quote=quote[:2000],
        certainty=certainty,
    )
    draft.add(fact, author, Audience.EVERYONE)


def _derive_mcc(
    draft: Draft, author: Author, business_type: str, source_seq: int, quote: str, certainty: Certainty
) -> None:
    candidates = mcc_candidates(business_type)
    if candidates and candidates[0] != draft.record.application.mcc:
        _write(draft, author, FieldName.MCC, candidates[0], source_seq, quote, certainty)


def _derive_legal_form(draft: Draft, author: Author, name: str, source_seq: int, quote: str) -> None:
    """From the ending of the name, where the policy asks for it and nobody has said another."""
    form = told_by_name(draft, name)
    if form is not None:
        _write(draft, author, FieldName.LEGAL_FORM, form, source_seq, quote, "worked_out")
        recheck_if_material(draft, author, FieldName.LEGAL_FORM)


def told_by_name(draft: Draft, name: str) -> LegalForm | None:
    """The legal form that a business name tells anew; None where somebody has said one."""
    record, form = draft.record, form_of_name(name)
    where = record.provenance.get(FieldName.LEGAL_FORM)
    said = where is not None and where.certainty != "worked_out"
    taken = FieldName.LEGAL_FORM in draft.policy.taken
    return form if taken and not said and form != record.application.legal_form else None


def require_taken(draft: Draft, name: FieldName) -> None:
    """Raise Invalid for a field that the policy does not ask of anybody."""
    if name not in draft.policy.taken:
        raise Invalid(f"{name.value} is not asked for here.", code="not_asked_for")


def tokens_by_value(record: CaseRecord) -> dict[str, str]:
    """Which token stands for which value in this case."""
    return {value: token for token, value in record.secrets.items()}
