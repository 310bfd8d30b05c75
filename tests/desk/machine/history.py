"""A log followed with rules of its own, worked out from the contract and not from the record."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cases.application import FieldName
from cases.checks import Check
from cases.decision import Decision, Grant, Override
from cases.events import (
    AppealMade,
    ApplicationChanged,
    ApplicationSubmitted,
    CaseEscalated,
    CheckMade,
    DecisionMade,
    Event,
    FactRecorded,
    GrantMade,
    GrantVoided,
    MatchResolved,
    OverrideRecorded,
    OverrideWithdrawn,
    PersonalDetailEntered,
    ProvisioningBegun,
    RiskScored,
    StateMoved,
    StepRecorded,
)
from cases.states import State
from desk import provisioning
from tests.cases.contract_table import LEAVES_BY
from tests.desk.cast import Case
from tests.desk.machine.people import JUDGES, REVIEWERS


class History:
    """Follows a log with rules of its own, worked out from the contract and not from the record."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.acting = {str(who.id) for who in (*JUDGES, case.opened_by)}
        self.barred = False
        self.declined_by: UUID | None = None
        self.kept_out = set[UUID]()
        self.entered = set[str]()
        self.raised_by = ""
        self.last_seq = 1
        self.state = "collecting"
        self.known: dict[FieldName, object] = {}
        self.version = 1
        self.version_of = dict[int, dict[FieldName, object]]()
        self.approvals = list[Decision]()
        self.wanted = 0
        self.checks = dict[str, Check]()
        self.level: str | None = None
        self.overrides = dict[str, tuple[Override, object]]()
        self.grant: Grant | None = None
        self.granted_for = dict[FieldName, object]()
        self.steps = list[str]()

    def read(self, event: Event) -> None:
        self.last_seq += 1
        assert event.seq == self.last_seq
        assert event.role in ("agent", "desk") or event.actor in self.acting
        body = event.body
        self._judge(event)
        match body:
            case PersonalDetailEntered():
                self.entered.add(event.actor)
            case FactRecorded():
                self.known[body.field] = body.value
            case ApplicationSubmitted() | ApplicationChanged():
                changed = self.version_of.get(self.version) not in (None, self.known)
                assert body.version == self.version + changed
                self.version = body.version
                self.version_of[body.version] = dict(self.known)
            case CaseEscalated():
                self.raised_by = event.actor if body.by_name else ""
            case AppealMade():
                assert self.state == "rejected"
                assert event.actor == str(self.case.opened_by.id)
                assert self.declined_by is not None
                self.kept_out.add(self.declined_by)
            case DecisionMade():
                self._decide(event, body.decision)
            case GrantMade():
                self._grant(body.grant)
            case GrantVoided():
                assert self.grant is not None
                assert body.grant_id == self.grant.id
                self.grant = None
            case StateMoved():
                self._move(event, body)
            case ProvisioningBegun():
                self._begin(event, body)
            case StepRecorded():
                self._step(body)
            case MatchResolved(resolution=found):
                self.barred |= (found.verdict, found.match.topic) == ("true_match", "sanction")
            case _:
                return

    def _judge(self, event: Event) -> None:
        """Follow what was found, and what people say instead."""
        match event.body:
            case CheckMade(check=check):
                self.checks[check.key] = check
            case RiskScored(scorecard=card):
                self.level = card.level
            case OverrideRecorded(override=override):
                self.overrides[override.subject] = (override, self._found(override.subject))
            case OverrideWithdrawn(subject=subject):
                del self.overrides[subject]
            case ApplicationChanged() | StateMoved(target=State.CHECKING):
                self.checks, self.level = {}, None
            case _:
                return

    def _found(self, subject: str) -> object:
        return self.level if subject == "risk" else self.checks.get(subject)

    def _is_overridden(self, subject: str, now: datetime) -> bool:
        if subject not in self.overrides:
            return False
        override, found = self.overrides[subject]
        holds_for = (override.version, found) == (self.version, self._found(subject))
        return holds_for and now < override.expires_at

    def _may_be_approved(self, now: datetime) -> bool:
        return all(
            key in self.checks and (self.checks[key].holds or self._is_overridden(key, now))
            for key in self.case.policy.blocking_checks
        )

    def _decide(self, event: Event, decision: Decision) -> None:
        assert self._may_be_approved(event.at) or not decision.approved
        if not self.approvals:
            second = self.case.policy.second_approval
            strict = self.level in second or self._is_overridden("risk", event.at)
            self.wanted = 2 if second and strict else 1
        assert decision.by in {who.id for who in REVIEWERS} - {self.case.opened_by.id}
        assert str(decision.by) == event.actor
        assert decision.by not in self.kept_out
        assert str(decision.by) not in {*self.entered, self.raised_by}
        self.declined_by = None if decision.approved else decision.by
        assert not (self.barred and decision.approved)
        assert decision.version == self.version
        assert self.version_of[self.version] == self.known
        self.approvals = [*self.approvals, decision] if decision.approved else []

    def _grant(self, grant: Grant) -> None:
        assert not self.barred
        assert len({approval.by for approval in self.approvals}) == len(self.approvals) == self.wanted
        assert {(a.version, a.application_hash) for a in self.approvals} == {
            (grant.version, grant.application_hash)
        }
        assert set(grant.reviewers) == {approval.by for approval in self.approvals}
        for approval in self.approvals:
            assert grant.conditions.are_as_strict_as(approval.conditions)
        self.grant, self.granted_for = grant, dict(self.known)

    def _move(self, event: Event, body: StateMoved) -> None:
        assert event.actor
        assert body.reason
        assert body.source.value == self.state
        assert body.target.value in LEAVES_BY[self.state]
        self.state = body.target.value
        if self.state == "in_review":
            self.raised_by = ""
        assert body.version == self.version
        assert not (self.barred and body.target.value in ("approved", "provisioning", "active"))
        if body.target.value in ("checking", "in_review", "needs_information", "withdrawn", "expired"):
            self.approvals = []
            assert self.grant is None
        if body.target.value in ("rejected", "withdrawn", "expired", "collecting"):
            assert self.grant is None
        if body.target.value == "in_review" and body.source.value == "provisioning_failed":
            assert "accounts/create" not in self.steps
        if body.target.value == "active":
            assert self.steps == list(provisioning.STEPS)

    def _begin(self, event: Event, body: ProvisioningBegun) -> None:
        assert self.grant is not None
        assert body.grant_id == self.grant.id
        assert self.granted_for == self.known
        assert self.grant.version == self.version
        assert self.grant.not_before <= event.at < self.grant.expires_at
        self.steps = []

    def _step(self, body: StepRecorded) -> None:
        assert self.grant is not None
        assert not (self.barred and body.status == "done")
        if body.status == "done":
            self.steps.append(body.step)
            assert self.steps == list(provisioning.STEPS[: len(self.steps)])
        elif body.status == "undone":
            assert self.steps.pop() == body.step
