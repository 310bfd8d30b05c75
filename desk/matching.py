"""Potential matches on watch lists: what a person finds about one, and what follows at once."""

from __future__ import annotations

from collections.abc import Mapping

from cases.access import Person
from cases.checks import Check
from cases.errors import Conflict, Invalid, NotFound
from cases.events import CheckMade, MatchReopened, MatchResolved
from cases.resolutions import Resolutions, is_barred, judged, matches_of
from cases.screening import SCREENING, Confirmation, MatchVerdict, PotentialMatch, Resolution, Topic
from cases.states import State
from desk import provisioning, review
from desk.conversation import Hidden, hide
from desk.draft import DESK, Author, Draft

RESOLVABLE = frozenset(
    {State.IN_REVIEW, State.AWAITING_SECOND_APPROVAL, State.APPROVED, State.PROVISIONING}
    | {State.PROVISIONING_FAILED, State.ACTIVE, State.SUSPENDED}
)
"""States in which a potential match is looked at; from the approval on one of a later screening."""

CONFIRMATION = "never approve"
"""What is repeated to confirm a sanctions match, since nobody can take that back."""

LONGEST_REASON = 4000
"""Characters."""


def resolve_match(
    draft: Draft, person: Person, pair: str, verdict: MatchVerdict, reason: str, confirmation: str = ""
) -> None:
    """Say what a potential match is, and why; what follows is worked out again.

    A true sanctions match has to be confirmed in the words of ``CONFIRMATION`` (else Invalid), and stays
    for good: Conflict ``confirmed_for_good``. Everything else can be corrected with another reason.
    """
    author, match = _open(draft, person, pair)
    why = reason_of(draft, reason)
    if verdict is MatchVerdict.TRUE_MATCH and match.topic is Topic.SANCTION:
        _require_confirmation(confirmation)
    resolution = Resolution(
        verdict=verdict, reason=why.text, by=person.id, by_name=person.name, at=draft.now, match=match
    )
    before = draft.record.resolutions
    draft.add(MatchResolved(pair=pair, resolution=resolution, secrets=why.secrets), author)
    _follow(draft, before, author)


def reopen_match(draft: Draft, person: Person, pair: str, reason: str) -> None:
    """Have a match looked at again that was ruled out, here or in an earlier application."""
    author, _ = _open(draft, person, pair)
    before = draft.record.resolutions
    if pair not in before:
        raise Conflict("This potential match is open already.", code="not_possible_now")
    why = reason_of(draft, reason)
    draft.add(MatchReopened(pair=pair, reason=why.text, secrets=why.secrets), author)
    _follow(draft, before, author)


def record_screening(draft: Draft, author: Author, check: Check, known: Mapping[str, Resolution]) -> Check:
    """Record a screening; returns it as it stands on record.

    ``known``: what was found of the same pairs in other applications.
    What was ruled out stays so. What was confirmed is for a person to look at here as well, and bars an
    approval until then: an old finding about the same words need not be about the same person.
    """
    before = draft.record.resolutions
    for match in check.matches:
        earlier = known.get(match.pair)
        if match.pair not in before and earlier and earlier.verdict is MatchVerdict.FALSE_POSITIVE:
            remembered = earlier.model_copy(update={"match": match, "remembered": True})
            draft.add(MatchResolved(pair=match.pair, resolution=remembered), DESK)
    marked = tuple(_marked(match, known.get(match.pair)) for match in check.matches)
    check = judged(check, before, draft.record.resolutions).model_copy(update={"matches": marked})
    draft.add(CheckMade(check=check), author)
    return check


def _open(draft: Draft, person: Person, pair: str) -> tuple[Author, PotentialMatch]:
    """Who acts and the match; raises NotFound, Forbidden, or Conflict where it cannot be changed."""
    author = review.require_examiner(draft, person)
    draft.require_state(
        RESOLVABLE, code="not_possible_now", message="Potential matches are looked at in review."
    )
    known = draft.record.resolutions.get(pair)
    match = next((m for m in matches_of(draft.record) if m.pair == pair and pair), known and known.match)
    if match is None:
        raise NotFound("There is no such potential match.")
    if known and known.verdict is MatchVerdict.TRUE_MATCH and known.match.topic is Topic.SANCTION:
        raise Conflict(
            "This sanctions match is confirmed. That stays, for good: nobody can change it.",
            code="confirmed_for_good",
        )
    return author, match


def reason_of(draft: Draft, reason: str) -> Hidden:
    """A reason that somebody gave, fit to be written; raises Invalid where there is none."""
    text = " ".join(reason.split())
    if not text:
        raise Invalid("Please say why: the reason stays on record.", code="reason_needed")
    if len(text) > LONGEST_REASON:
        raise Invalid(f"The reason is longer than {LONGEST_REASON:,} characters.", code="too_long")
    return hide(draft, text)


def _require_confirmation(words: str) -> None:
    if " ".join(words.casefold().split()) != CONFIRMATION:
        raise Invalid(
            "Confirming a sanctions match bars every approval of this application, for good: nobody can take "
            f"it back. To confirm it, repeat the words “{CONFIRMATION}”.",
            code="confirmation_needed",
        )


def _marked(match: PotentialMatch, earlier: Resolution | None) -> PotentialMatch:
    if earlier is None or earlier.verdict is not MatchVerdict.TRUE_MATCH:
        return match
    return match.model_copy(update={"confirmed": Confirmation(by_name=earlier.by_name, at=earlier.at)})


def _follow(draft: Draft, before: Resolutions, author: Author) -> None:
    """What the finding means for the check and for an approval; the rest is worked out as work."""
    check = draft.record.checks.get(SCREENING)
    if check is not None:
        draft.add(CheckMade(check=judged(check, before, draft.record.resolutions)), DESK)
    if draft.record.state is State.APPROVED and (is_barred(draft.record) or review.needs_second(draft)):
        draft.move(State.IN_REVIEW, author)
    if draft.record.state is State.PROVISIONING and is_barred(draft.record):
        provisioning.stop(draft)
    draft.enqueue("reassess")
