"""The merchant's half of the card: what is needed of them, what they told, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.appeals import appeal_by, may_appeal
from cases.events import Event
from cases.languages import Language
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import OPEN_FOR_FACTS, SUBMITTABLE, State
from desk.agreement import agreement
from desk.answers import answers_of
from desk.complaint_views import own_complaints
from desk.condition_words import conditions_told
from desk.decline_letter import day_in_words, regime_of
from desk.decline_views import DeclinedPart, declined_part
from desk.draft import Draft
from desk.help_wanted import standing
from desk.labels import public_label, step_label
from desk.origins import origins_of
from desk.outstanding import Ledger
from desk.own_lines import OwnLine, own_lines
from desk.papers_wanted import PaperWanted, papers_wanted
from desk.party_views import still_open
from desk.provisioning import STEPS
from desk.rights import Reader
from desk.sentences import reasons_in_words
from desk.together_views import attended, company
from desk.wanted import is_wanted
from desk.wordbook import Wordbook, wordbook

_DOCUMENT_WORDS = ("offers_title", "offers_lead", "take_over", "leave", "list_title", "status_received")


class Declared(BaseModel):
    """What confirming declares, and of which application and agreement (by their hashes)."""

    model_config = ConfigDict(frozen=True)

    application_hash: str
    agreement_hash: str
    agreement_label: str
    statements: dict[str, str]


class OwnPart(BaseModel):
    """What only the merchant of the case reads, in their language.

    ``texts``: the words for everything that is always the same. ``next``: whose turn it is, in a
    sentence. ``grew``: why more is asked than before. ``owners_open``: what is not known about who owns
    and runs the business. ``attended``: that a person answers. ``company``: who of ours is there.
    """

    model_config = ConfigDict(frozen=True)

    language: Language
    title: str
    state_label: str
    next: str
    done_of: str
    later: str
    grew: str | None
    open: bool
    asks_owners: bool
    lines: tuple[OwnLine, ...]
    papers: tuple[PaperWanted, ...]
    owners_open: tuple[str, ...]
    steps: dict[str, str]
    outcome: tuple[str, ...]
    conditions: tuple[str, ...]
    appeal: dict[str, str] | None
    declined: DeclinedPart | None
    declared: Declared
    currencies: tuple[str, ...]
    currency: str | None
    texts: dict[str, str]
    attended: str | None
    company: str | None
    complaints: tuple[str, ...]


def own_part(
    reader: Reader, draft: Draft, names: Mapping[UUID, str], public_state: str, events: Sequence[Event]
) -> OwnPart:
    """The half as it is now, which the draft tells."""
    record, policy = draft.record, draft.policy
    words = wordbook(record.language)
    answers = answers_of(record, reader.person, policy, draft.now)
    origins = origins_of(reader, events, names, words)
    ledger = answers.ledger
    return OwnPart(
        language=words.language,
        title=record.told.merchant_name or words("card.title"),
        state_label=public_label(public_state, words.language),
        next=_next(draft, public_state, ledger, words),
        done_of=words("card.done_of", done=ledger.done, total=ledger.total),
        later=words("card.later", later=ledger.later) if ledger.later else "",
        grew=ledger.grew,
        open=answers.open,
        asks_owners=answers.asks_owners,
        lines=own_lines(record, answers, origins, words),
        papers=answers.papers,
        owners_open=_owners_open(draft, words),
        steps={step: step_label(step, words.language) for step in STEPS},
        outcome=_outcome(record, policy),
        appeal=_appeal(record, policy, words) if may_appeal(record, policy, draft.now.date()) else None,
        conditions=() if reader.rests else conditions_told(record, policy),
        declined=declined_part(record, policy),
        declared=_declared(policy, answers.application_hash, words),
        currencies=tuple(sorted({policy.rates.base, *policy.rates.units_per_base})),
        currency=record.told.currency,
        texts={f"request_{name}": text for name, text in words.area("request").items()}
        | words.area("card")
        | {name: words(f"document.{name}") for name in _DOCUMENT_WORDS}
        | {"conditions": words("condition.title")},
        attended=attended(record, words),
        company=company(record, names, words),
        complaints=tuple(own_complaints(draft, words)),
    )


def _owners_open(draft: Draft, words: Wordbook) -> tuple[str, ...]:
    if draft.policy.ownership is None or draft.record.state not in OPEN_FOR_FACTS:
        return ()
    return still_open(draft.record, draft.policy, draft.now, words)


def _next(draft: Draft, public_state: str, ledger: Ledger, words: Wordbook) -> str:
    record = draft.record
    if record.state in SUBMITTABLE and record.information and record.information.open_items:
        return words("request.next")
    if record.state in SUBMITTABLE and ledger.done < ledger.total:
        return words("card.next_missing")
    if record.state in SUBMITTABLE:
        return _confirm_or_answer(draft, words)
    told = standing(draft) or words(f"card.next_{public_state.casefold().replace(' ', '_')}")
    return f"{told} {words('card.next_wanted')}" if is_wanted(draft) else told


def _confirm_or_answer(draft: Draft, words: Wordbook) -> str:
    request = draft.record.information
    if draft.record.open_question and (request is None or request.ended):
        return words("card.next_answer")
    asked = papers_wanted(draft.record, draft.policy, words)
    to_follow = any(paper.group == "now" and not paper.is_sent for paper in asked)
    return words("card.next_confirm_papers" if to_follow else "card.next_confirm")


def _outcome(record: CaseRecord, policy: Policy) -> tuple[str, ...]:
    if record.decision is None or record.state is not State.REJECTED:
        return ()
    return reasons_in_words(record.decision, policy, record.language)


def _appeal(record: CaseRecord, policy: Policy, words: Wordbook) -> dict[str, str] | None:
    """The words for an appeal that is still possible."""
    if record.decision is None:
        return None
    last_day = appeal_by(record.decision, policy)
    until = day_in_words(last_day, words.language, regime_of(record, policy))
    return words.area("appeal") | {"lead": words("appeal.lead", date=until)}


def _declared(policy: Policy, application_hash: str, words: Wordbook) -> Declared:
    label = words("check.agreement", version=policy.agreement.version)
    names = {"authority": "authority", "ownership_complete": "ownership", "agreement": "agreement"}
    return Declared(
        application_hash=application_hash,
        agreement_hash=agreement(words.language).digest,
        agreement_label=label,
        statements={name: words(f"check.statement_{key}", link=label) for name, key in names.items()},
    )
