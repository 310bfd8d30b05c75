"""The card beside the chat: the application as it fills, and what its reader may do now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from cases.access import Role
from cases.appeals import may_appeal
from cases.application import UNDERWRITING, FieldName
from cases.approval import kept_out, raised_by
from cases.asking import later_of, optional_of, required_of
from cases.checks import RequirementStatus
from cases.disclosure import told
from cases.events import Event, FactRecorded
from cases.policy import Policy
from cases.record import CaseRecord
from cases.requirements import ESSENTIAL, outstanding, requirements
from cases.resolutions import is_barred, open_matches
from cases.sensitive import display
from cases.states import SUBMITTABLE, UNDER_REVIEW, WITHDRAWABLE, State, public_words
from desk.assignment_views import AssignmentPart
from desk.category_views import category_actions
from desk.document_views import DocumentView, OfferView, view_documents, view_offers
from desk.draft import Draft
from desk.information_difference import RequestView
from desk.information_views import request_actions, view_request
from desk.labels import FIELDS, STEPS, value_in_words
from desk.match_views import match_actions
from desk.origins import Origin, origins_of
from desk.override_views import override_actions
from desk.overview import LastLook
from desk.own_card import OwnPart, own_part
from desk.provisioning import STEPS as STEP_ORDER
from desk.rights import Reader
from desk.second_look_views import second_look_actions
from desk.staff_card import StaffPart, staff_part
from desk.together_views import together_actions
from desk.viewing import View
from desk.wordbook import wordbook


class Item(View):
    """One field of the application."""

    key: FieldName
    label: str
    value: str | None
    status: Literal["given", "missing", "absent", "optional"]
    quote: str | None = None
    changed_from: str | None = None
    origin: Origin | None = None


class Step(View):
    """One provisioning step; ``status``: pending, done, failed or undone."""

    step: str
    label: str
    status: str


class Card(View):
    """A case at a glance; ``actions`` names what the reader may do now."""

    case_id: UUID
    name: str | None
    public_state: str
    since: datetime
    version: int
    role: str
    items: tuple[Item, ...]
    done: int
    total: int
    can_confirm: bool
    question: str | None
    merchant_id: str | None
    steps: tuple[Step, ...]
    outcome: tuple[str, ...]
    actions: tuple[str, ...]
    documents: tuple[DocumentView, ...] = ()
    offers: tuple[OfferView, ...] = ()
    request: RequestView | None = None
    own: OwnPart | None = None
    staff: StaffPart | None = None
    assignment: AssignmentPart | None = None


def card_of(
    reader: Reader,
    events: Sequence[Event],
    policy: Policy,
    names: Mapping[UUID, str],
    now: datetime,
    last: LastLook | None = None,
) -> Card:
    """The card as the reader gets it; ``last``: their last look at the case."""
    record = reader.record
    due = requirements(record, policy)
    words = wordbook("en" if reader.is_staff else record.language)
    public_state = public_words(record.state, rests=reader.rests)
    draft = Draft(events, policy, now)
    request = view_request(reader, events, policy, names)
    return Card(
        case_id=record.id,
        name=record.application.merchant_name,
        public_state=public_state,
        since=record.state_since or record.opened_at,
        version=record.version,
        role=_role(reader),
        items=tuple(_items(reader, events, policy, names)),
        done=sum(item.status is not RequirementStatus.CURRENTLY_DUE for item in due),
        total=len(due),
        can_confirm="submit" in _actions(reader, policy, now),
        question=None if request and request.open else record.open_question,
        merchant_id=record.merchant_id,
        steps=_steps(reader),
        outcome=_outcome(record, policy),
        actions=_actions(reader, policy, now),
        documents=view_documents(record, reader.person, words),
        offers=view_offers(record, reader.person, words),
        request=request,
        own=None if reader.is_staff else own_part(reader, draft, names, public_state, events),
        staff=staff_part(reader, events, policy, names, now, last) if reader.is_staff else None,
    )


def _role(reader: Reader) -> str:
    if reader.is_merchant:
        return "merchant"
    return "reviewer" if reader.person.has(Role.REVIEWER) else "analyst"


def _items(
    reader: Reader, events: Sequence[Event], policy: Policy, names_of: Mapping[UUID, str]
) -> list[Item]:
    named = _named(reader.record, policy)
    # The currency is read beside the revenue.
    names = [name for name in named if name is not FieldName.CURRENCY]
    changed = {
        event.body.field: event.body.previous
        for event in events
        if isinstance(event.body, FactRecorded) and event.body.previous is not None and reader.sees(event)
    }
    owed = outstanding(reader.record, policy)
    origins = origins_of(reader, events, names_of, wordbook("en"))
    return [_item(reader, name, name in owed, changed.get(name), origins.get(name)) for name in names]


def _named(record: CaseRecord, policy: Policy) -> list[FieldName]:
    """What is or was asked of the case, and what was told although nothing asks for it any more."""
    asked = (*required_of(record, policy), *optional_of(record, policy), *later_of(record, policy))
    told = (name for name in UNDERWRITING if record.application.get(name) is not None)
    return list(dict.fromkeys((*asked, *told)))


def _item(reader: Reader, name: FieldName, owed: bool, previous: object, origin: Origin | None) -> Item:
    if name in reader.hidden_fields:
        return _given_by_other(reader, name)
    record = reader.record
    where = record.provenance.get(name) or record.absent.get(name)
    value = _shown(reader, name, record.application.get(name))
    before = FactRecorded.model_construct(value=previous).value
    return Item(
        key=name,
        label=FIELDS[name],
        value=value,
        status=_item_status(record, name, owed=owed, given=value is not None),
        quote=display(where.quote, record.secrets, reader.clear_kinds) if where else None,
        changed_from=_shown(reader, name, before),
        origin=origin if reader.is_staff else None,
    )


def _given_by_other(reader: Reader, name: FieldName) -> Item:
    value = wordbook(reader.record.language)("part.given_by_other")
    return Item(key=name, label=FIELDS[name], value=value, status="given")


def _item_status(
    record: CaseRecord, name: FieldName, *, owed: bool, given: bool
) -> Literal["given", "missing", "absent", "optional"]:
    if owed:
        return "missing"
    if given:
        return "given"
    return "absent" if name in record.absent else "optional"


def _shown(reader: Reader, name: FieldName, value: object) -> str | None:
    typed = FactRecorded.model_construct(value=value).value
    currency = reader.application.currency
    return value_in_words(name, typed, currency=currency, clear=reader.clear_fields)


def _steps(reader: Reader) -> tuple[Step, ...]:
    record = reader.record
    if reader.rests and not reader.is_staff:
        return ()
    if record.merchant_id is None and record.state is not State.APPROVED:
        return ()
    made = record.steps
    return tuple(
        Step(step=step, label=STEPS[step], status=made[step].status if step in made else "pending")
        for step in STEP_ORDER
    )


def _outcome(record: CaseRecord, policy: Policy) -> tuple[str, ...]:
    """Why the case was declined, in plain words, as far as its merchant may read it."""
    if record.decision is None or record.state is not State.REJECTED:
        return ()
    return tuple(policy.decline_reasons[code].text for code in told(record.decision, policy))


def _actions(reader: Reader, policy: Policy, now: datetime) -> tuple[str, ...]:
    if reader.is_merchant:
        return _merchant_actions(reader.record, policy, now)
    on_matches = (*second_look_actions(reader), *match_actions(reader), *_account_actions(reader))
    beside = (*override_actions(reader, policy), *together_actions(reader))
    if reader.is_staff and reader.person.has(Role.REVIEWER):
        on_category = category_actions(reader)
        return (
            *_reviewer_actions(reader),
            *request_actions(reader),
            *on_matches,
            *on_category,
            *beside,
        )
    return (*on_matches, *beside)


def _merchant_actions(record: CaseRecord, policy: Policy, now: datetime) -> tuple[str, ...]:
    actions = ["complain"]
    has_essentials = all(record.application.get(name) is not None for name in ESSENTIAL)
    answered = record.information is None or not record.information.open_items
    if record.state in SUBMITTABLE and has_essentials and answered and not outstanding(record, policy):
        actions.append("submit")
    if record.state in WITHDRAWABLE:
        actions += ["person", "withdraw"]
    if record.state in (State.EXPIRED, State.WITHDRAWN):
        actions.append("reopen")
    if may_appeal(record, policy, now.date()):
        actions.append("appeal")
    return tuple(actions)


def _account_actions(reader: Reader) -> tuple[str, ...]:
    """What may be done about the account that was made."""
    record = reader.record
    if not reader.judges:
        return ()
    back = () if is_barred(record) or open_matches(record) else ("reinstate",)
    return {State.ACTIVE: ("suspend", "close"), State.SUSPENDED: (*back, "close")}.get(record.state, ())


def _reviewer_actions(reader: Reader) -> tuple[str, ...]:
    record = reader.record
    actions: list[str] = []
    decides = reader.person.id not in kept_out(record)
    if record.state in UNDER_REVIEW and decides:
        approved_already = reader.person.id in {decision.by for decision in record.approvals}
        cannot_approve = approved_already or is_barred(record)
        actions += ["decline"] if cannot_approve else ["approve", "decline"]
    if record.state is State.IN_REVIEW:
        actions.append("ask")
    if record.state in UNDER_REVIEW and raised_by(record) is None:
        actions.append("escalate")
    more = {
        State.CHECK_FAILED: ["accept_failed_check"],
        State.APPROVED: ["take_back"],
        State.ACTIVE: ["look_again"] if record.review_is_due else [],
        State.SUSPENDED: ["look_again"] if record.review_is_due else [],
        State.PROVISIONING_FAILED: ["give_up"] if is_barred(record) else ["resume", "give_up"],
    }
    return (*actions, *more.get(record.state, []))
