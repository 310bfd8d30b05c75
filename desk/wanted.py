"""What a merchant is asked for besides what an application needs to be sent, in sentences of the desk's."""

from __future__ import annotations

from collections.abc import Iterator

from cases.asking import later_of
from cases.checks import RequirementStatus
from cases.events import StateMoved
from cases.obligations import Obligation, obligations
from cases.prohibition import is_unserved
from cases.states import OPEN_FOR_FACTS, State
from desk.draft import Draft
from desk.labels import fields_in_words, within_a_sentence
from desk.papers_wanted import papers_wanted
from desk.party_views import still_open
from desk.wordbook import Wordbook, wordbook


def wanted(draft: Draft) -> str:
    """What is still wanted, why, and where it is given; empty where nothing is."""
    return "\n\n".join(filter(None, ("\n".join(_before_decision(draft)), "\n".join(_before_payout(draft)))))


def is_wanted(draft: Draft) -> bool:
    """Whether something is wanted before a decision."""
    return any(_before_decision(draft))


def tell_wanted(draft: Draft) -> None:
    """Tell what is wanted when the checks are done for the first time, and not again unasked."""
    moves = [event.body for event in draft.events if isinstance(event.body, StateMoved)]
    if sum(move.target is State.IN_REVIEW for move in moves) == 1 and is_wanted(draft):
        draft.tell(wanted(draft))


def _before_decision(draft: Draft) -> Iterator[str]:
    record, words = draft.record, wordbook(draft.record.language)
    if record.state not in OPEN_FOR_FACTS or is_unserved(record, draft.policy):
        return
    if people := [f"- {text}" for text in _people(draft, words)]:
        yield words("status.wanted_people", case=record.id)
        yield from people
    asked = papers_wanted(record, draft.policy, words)
    if papers := [paper.label for paper in asked if not paper.is_sent]:
        if people:
            yield ""
        names = ", ".join(within_a_sentence(label, words.language) for label in papers)
        yield words("status.wanted_papers", papers=names, case=record.id)


def _people(draft: Draft, words: Wordbook) -> Iterator[str]:
    """What is open about those behind the business: who they are, then what is not known of each."""
    record, policy = draft.record, draft.policy
    if policy.ownership is None:
        return
    yield from still_open(record, policy, draft.now, words)
    due = [item for item in obligations(record, policy) if _is_open(item) and item.subject]
    for name in dict.fromkeys(item.subject for item in due):
        labels = (words(f"part.field_{item.detail}") for item in due if item.subject == name)
        asked = (within_a_sentence(label, words.language) for label in labels)
        yield words("status.wanted_of", name=name, details=", ".join(asked))


def _before_payout(draft: Draft) -> Iterator[str]:
    """A policy without rules on owners told of these in its list alone, and still does."""
    record, policy = draft.record, draft.policy
    if policy.ownership is None or record.state not in OPEN_FOR_FACTS:
        return
    later = later_of(record, policy)
    if names := [
        item.field for item in obligations(record, policy) if _is_open(item) and item.field in later
    ]:
        words = wordbook(record.language)
        yield words("status.wanted_later", items=fields_in_words(filter(None, names), record.language))


def _is_open(item: Obligation) -> bool:
    return item.status is RequirementStatus.EVENTUALLY_DUE
