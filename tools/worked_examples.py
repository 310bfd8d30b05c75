"""Example applications, judged under a policy by the code that judges real ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field, JsonValue, ValidationError

from cases.access import Audience, Person, Role
from cases.checks import Check
from cases.errors import Invalid, OnboardError
from cases.events import CaseOpened, Event, PartyStated
from cases.ownership.stated import MERCHANT, StatedParty
from cases.ownership.structure import PartyKind, RoleKind
from cases.ownership.structure import Role as PartyRole
from cases.participants import PersonalField
from cases.policy import Policy
from cases.policy.section import Section, Text
from cases.record import CaseRecord
from cases.resolutions import in_words, outcome
from cases.screening import SCREENING, MatchVerdict, PotentialMatch, Resolution, Topic
from desk.draft import Draft, author_of
from desk.entries import enter_detail
from desk.request import MerchantRequest, take_in
from tools.rechecking import judge_again

Details = dict[Text, dict[PersonalField, Text]]

_NOBODY = UUID(int=0)
_RUNS = "runs"
_APPLICANT = Person(_NOBODY, "", "Example", frozenset({Role.MERCHANT}))


class ExampleMatch(Section):
    """A potential match of the person who runs the business; ``found``: what a person made of it, if any."""

    topic: Topic
    found: MatchVerdict | None = None

    def in_words(self) -> str:
        """As it stands among what was told."""
        found = self.found.value.replace("_", " ") if self.found else "nobody has looked yet"
        return f"a potential match on a list ({self.topic.value}): {found}"


class Example(Section):
    """An application that differs from the first one only in what it states; null takes a field away.

    ``details`` of people by name, and checks made ``elsewhere``, such as the watch lists, in the same way.
    """

    title: Text
    but: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])
    details: Details = Field(default_factory=dict[str, dict[PersonalField, str]])
    elsewhere: tuple[Check, ...] = ()
    match: ExampleMatch | None = None


class Examples(Section):
    """The first application, as POST /api/merchants/onboard takes it, and those that differ from it.

    ``day``: on which they are judged. ``runs``: who runs each of the businesses.
    """

    day: date
    application: dict[str, JsonValue]
    runs: Text
    details: Details = Field(default_factory=dict[str, dict[PersonalField, str]])
    elsewhere: tuple[Check, ...] = ()
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]


class Worked(NamedTuple):
    """An example and what the policy makes of it."""

    example: Example
    record: CaseRecord

    @property
    def shows(self) -> frozenset[str]:
        """What is to be seen in it: its level, and the codes of what gives points or outweighs them."""
        card = self.record.scorecard
        if card is None:
            return frozenset()
        gave_points = {reason.code for reason in card.reasons if reason.points}
        return frozenset({card.level, *gave_points, *card.knock_outs})


def work_out(examples: Examples, policy: Policy) -> tuple[Worked, ...]:
    """Every example under the policy; raises Invalid, naming it, where one is no application."""
    return tuple(Worked(each, _judged(each, examples, policy)) for each in examples.examples)


def not_shown(policy: Policy, worked: tuple[Worked, ...]) -> tuple[str, ...]:
    """The levels that the policy has, and the codes of its rules, that no example shows."""
    shown = frozenset[str]().union(*(each.shows for each in worked))
    return tuple(name for name in (*levels(policy), *codes(policy)) if name not in shown)


def levels(policy: Policy) -> tuple[str, ...]:
    """The levels of risk that there are under the policy."""
    has_high = policy.risk.high_below is not None or bool(policy.risk.knock_outs)
    return ("low", "medium", "high") if has_high else ("low", "medium")


def codes(policy: Policy) -> Iterator[str]:
    """The codes of all rules of the scorecard, in the order of the file."""
    risk = policy.risk
    return (rule.code for rule in (*risk.rules, *risk.signals, *risk.knock_outs))


def _judged(example: Example, examples: Examples, policy: Policy) -> CaseRecord:
    draft = _opened(examples.day, policy)
    try:
        stated = {**examples.application, **example.but}
        request = MerchantRequest.model_validate(stated)
        take_in(draft, author_of(_APPLICANT, draft.record), request)
        draft.add(PartyStated(party=_control_person(examples.runs)))
        for name, details in _joined(examples.details, example.details).items():
            for field, text in details.items():
                enter_detail(draft, _APPLICANT, name, field, text)
    except (OnboardError, ValidationError) as error:
        raise Invalid(f"Example “{example.title}”: {' '.join(str(error).split())}") from error
    elsewhere = {check.key: check for check in (*examples.elsewhere, *example.elsewhere)}
    record = replace(draft.record, checks=elsewhere)
    if example.match is not None:
        record = _matched(record, example.match, examples)
    return judge_again(record, policy, examples.day)


def _matched(record: CaseRecord, found: ExampleMatch, examples: Examples) -> CaseRecord:
    """The record once the screening came near to an entry, and a person has looked or not."""
    match = PotentialMatch(
        subject=examples.runs,
        listed=examples.runs,
        source="example.csv",
        reference="EX-1",
        score=1,
        topic=found.topic,
        pair="example",
    )
    resolutions = (
        {}
        if found.found is None
        else {
            match.pair: Resolution(
                verdict=found.found,
                reason="As an example.",
                by=_NOBODY,
                by_name="Reviewer",
                at=datetime.combine(examples.day, time(12), UTC),
                match=match,
            )
        }
    )
    reason = f"The business and 1 owner(s): {in_words((match,), resolutions)}"
    check = Check(key=SCREENING, status=outcome((match,), resolutions), reason=reason, matches=(match,))
    return replace(record, checks={**record.checks, SCREENING: check}, resolutions=resolutions)


def _control_person(name: str) -> StatedParty:
    role = PartyRole(party=_RUNS, at=MERCHANT, kind=RoleKind.CONTROL_PERSON)
    return StatedParty(id=_RUNS, name=name, kind=PartyKind.PERSON, roles=(role,))


def _opened(day: date, policy: Policy) -> Draft:
    noon = datetime.combine(day, time(12), UTC)
    opened = Event(
        id=_NOBODY,
        case_id=_NOBODY,
        seq=1,
        at=noon,
        actor=str(_NOBODY),
        role="merchant",
        audience=Audience.EVERYONE,
        body=CaseOpened(door="api"),
    )
    return Draft([opened], policy, noon)


def _joined(first: Details, other: Details) -> Mapping[str, Mapping[PersonalField, str]]:
    return {name: {**first.get(name, {}), **other.get(name, {})} for name in (*first, *other)}
