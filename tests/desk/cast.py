"""Who acts in the desk's tests, under which policy, and a case at hand without a database."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import uuid4

from cases.access import Audience, Person, Role
from cases.application import Address, FactValue, FieldName
from cases.checks import (
    Check,
    CheckStatus,
    Compliance,
    Recommendation,
    RiskReason,
    Scorecard,
)
from cases.decision import Verdict
from cases.events import CaseOpened, Event
from cases.policy import Policy
from cases.record import CaseRecord
from cases.replay import replay
from cases.screening import MatchVerdict, Party, PotentialMatch, Topic
from cases.states import State
from desk import checking, conversation, facts, matching, provisioning, review, submission
from desk.draft import Draft, agent
from tests.policies import BASIC

NOW = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)
TWO_APPROVALS = BASIC.model_copy(update={"second_approval": ("low", "medium", "high")})
STAFF_ONLY = "qx7 for staff only"
"""Stands in everything here that a merchant must never read."""

Result = TypeVar("Result")


def person(name: str, *roles: Role) -> Person:
    return Person(uuid4(), f"{name.lower()}@people.example", name, frozenset(roles))


MERCHANT = person("Mona", Role.MERCHANT)
OTHER = person("Olaf", Role.MERCHANT)
REVIEWER = person("Rosa", Role.REVIEWER)
SECOND = person("Samir", Role.REVIEWER, Role.COMPLIANCE)
ANALYST = person("Anna", Role.ANALYST)
COMPLIANCE = person("Carl", Role.COMPLIANCE)
DEVELOPER = person("Dev", Role.DEVELOPER, Role.ADMIN)
NOBODY = person("Nemo")
EVERYBODY = (MERCHANT, OTHER, REVIEWER, SECOND, ANALYST, COMPLIANCE, DEVELOPER, NOBODY)

PREPROCESSOR = agent("preprocessor")
VALIDATOR = agent("validator")
RISK_ANALYST = agent("risk_analyst")
PROVISIONER = agent("provisioner")


@dataclass(frozen=True)
class Saying:
    """A message, and the fact that can be read from it."""

    name: FieldName
    value: FactValue
    text: str


COMPLETE = (
    Saying(FieldName.MERCHANT_NAME, "Harbour Books", "Our business is called Harbour Books"),
    Saying(FieldName.BUSINESS_TYPE, "bookshop", "we run a bookshop"),
    Saying(FieldName.EMAIL, "mona@harbourbooks.example.com", "write to mona@harbourbooks.example.com"),
    Saying(
        FieldName.ADDRESS,
        Address(line1="12 High Street", city="Leeds", postal_code="LS1 4DY", country="GB"),
        "12 High Street, Leeds LS1 4DY, United Kingdom",
    ),
    Saying(FieldName.ANNUAL_REVENUE, 250000, "revenue is 250,000 a year"),
    Saying(FieldName.YEARS_IN_BUSINESS, 6, "we have been in business for 6 years"),
    Saying(FieldName.BUSINESS_LICENSE, "BL-2231", "business license number BL-2231"),
)
"""Everything that the basic policy needs."""

CHANGES = (
    Saying(FieldName.MERCHANT_NAME, "APPROVED Foods LLC", "we are called APPROVED Foods LLC"),
    Saying(FieldName.MERCHANT_NAME, "Harbour Books", "Our business is called Harbour Books"),
    Saying(FieldName.ANNUAL_REVENUE, 900000, "sorry, revenue is 900,000 a year"),
    Saying(FieldName.ANNUAL_REVENUE, 250000, "revenue is 250,000 a year"),
    Saying(FieldName.YEARS_IN_BUSINESS, 2, "we have been in business for 2 years"),
)


@dataclass
class Case:
    """A case whose commands either add to its log or leave it as it was, as the desk's do."""

    policy: Policy = BASIC
    opened_by: Person = MERCHANT
    now: datetime = NOW
    events: list[Event] = field(default_factory=list[Event])
    work: list[str] = field(default_factory=list[str])
    record: CaseRecord = field(init=False)

    def __post_init__(self) -> None:
        opened = Event(
            id=uuid4(),
            case_id=uuid4(),
            seq=1,
            at=self.now,
            actor=str(self.opened_by.id),
            role="merchant",
            audience=Audience.EVERYONE,
            body=CaseOpened(door="chat"),
        )
        self.events = [opened]
        self.record = replay(self.events)

    @contextmanager
    def command(self) -> Generator[Draft, None, None]:
        draft = Draft(self.events, self.policy, self.now)
        yield draft
        self.events, self.record = draft.events, draft.record
        self.work += draft.work

    def do(self, rule: Callable[..., Result], *arguments: object, **named: object) -> Result:
        with self.command() as draft:
            return rule(draft, *arguments, **named)

    @property
    def state(self) -> State:
        return self.record.state

    def kinds(self) -> list[str]:
        return [event.body.kind for event in self.events]

    def pass_time(self, time: timedelta) -> None:
        self.now += time

    def say(self, text: str, by: Person | None = None) -> int:
        return self.do(conversation.say, by or self.opened_by, text).seq

    def learn(self, saying: Saying) -> None:
        """Somebody's message and what the preprocessor reads from it, in a turn of its own."""
        seq = self.say(saying.text)
        self.read(saying, seq)

    def read(self, saying: Saying, seq: int) -> None:
        quote = self.events[seq - 1].body.text
        with self.command() as draft:
            facts.record_fact(draft, PREPROCESSOR, saying.name, saying.value, source_seq=seq, quote=quote)
            checking.complete_turn(draft, PREPROCESSOR, read_up_to=seq)

    def tell_everything(self) -> None:
        for saying in COMPLETE:
            self.learn(saying)

    def check(
        self, status: CheckStatus = CheckStatus.HELD, level: str = "low", *matches: PotentialMatch
    ) -> None:
        """What the validator and the risk analyst do between submission and review."""
        self.do(make_checks, status, level, matches)

    def come_to_review(self, *matches: PotentialMatch) -> None:
        self.tell_everything()
        self.do(submission.submit, self.opened_by)
        self.check(CheckStatus.FAILED if matches else CheckStatus.HELD, "low", *matches)
        self.do(checking.conclude)

    def resolve(self, match: PotentialMatch, verdict: str, by: Person = REVIEWER) -> None:
        """Say what a potential match is, with everything that the desk asks for."""
        self.do(
            matching.resolve_match, by, match.pair, MatchVerdict(verdict), STAFF_ONLY, matching.CONFIRMATION
        )

    def answer_and_submit(self) -> None:
        """The merchant answers a question, and sends the application again."""
        self.say("My sister and I do.")
        self.do(submission.submit, self.opened_by)

    def approve(self, by: Person = REVIEWER, **named: object) -> str:
        return self.do(review.decide, by, Verdict.model_validate({"approved": True, **named}))

    def decline(self, by: Person = REVIEWER, **named: object) -> str:
        return self.do(review.decide, by, Verdict.model_validate({"approved": False, **named}))

    def be_approved(self) -> None:
        self.come_to_review()
        self.approve()

    def set_up(self, *steps: str) -> None:
        """Begin and do some of the steps."""
        self.do(provisioning.begin, PROVISIONER, "MERCH_00000001")
        for step in steps:
            self.do(provisioning.record_step, PROVISIONER, step, "done", attempts=1)

    def fail(self, step: str) -> None:
        self.do(provisioning.record_step, PROVISIONER, step, "failed", attempts=5, detail="gone")


def match_of(topic: Topic = Topic.SANCTION, name: str = "Harbour Books") -> PotentialMatch:
    """A potential match, the same each time."""
    return PotentialMatch(
        subject=name,
        listed=STAFF_ONLY,
        source="list",
        reference="7",
        score=0.8917,
        topic=topic,
        pair=f"{topic} {name}",
        party=Party(name=name, kind="organisation", identifiers=("987654321",)),
    )


def make_checks(
    draft: Draft, status: CheckStatus, level: str, matches: tuple[PotentialMatch, ...] = ()
) -> None:
    checking.record_check(draft, VALIDATOR, Check(key="complete_address", status=status, reason=STAFF_ONLY))
    found = matches or (match_of(),)
    screened = Check(key="screening", status=status, reason=STAFF_ONLY, matches=found)
    checking.record_check(draft, VALIDATOR, screened)
    checking.record_score(draft, RISK_ANALYST, scorecard(draft.policy, level))
    compliance = Compliance(
        checks=(Check(key="kyc_complete", status=status, reason=STAFF_ONLY),),
        score=0.6173,
        compliant=True,
    )
    checking.record_compliance(draft, RISK_ANALYST, compliance)
    recommendation = Recommendation(approve=True, reasons=(STAFF_ONLY,))
    checking.record_recommendation(draft, RISK_ANALYST, recommendation)
    conversation.note(draft, RISK_ANALYST, STAFF_ONLY)


def scorecard(policy: Policy, level: str = "low") -> Scorecard:
    return Scorecard(
        score=0.7319,
        level=level,
        reasons=(RiskReason(code="established", points=0.2, text=STAFF_ONLY),),
        policy=policy.name,
        policy_hash=policy.hash,
    )
