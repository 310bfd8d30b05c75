"""A policy: what is needed, how risk is scored, what bars an approval. Pure data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from cases.application import NONE_IS_SAID, UNDERWRITING, Application, FieldName
from cases.ownership.stated import StatedParty
from cases.policy.asking import AgreementPolicy, EventuallyPolicy, Notice
from cases.policy.business import Addition, CategoryPolicy, ListedLine, statable
from cases.policy.calendar import Calendar
from cases.policy.checking import CompliancePolicy, PrivacyPolicy, Prohibited, ScreeningPolicy
from cases.policy.complaints import ComplaintPolicy
from cases.policy.deciding import Deadlines, DeclineReason, OverridePolicy
from cases.policy.declining import DecliningPolicy
from cases.policy.embargo import EmbargoPolicy
from cases.policy.evidence import EvidencePolicy, VerificationRule
from cases.policy.information import InformationPolicy
from cases.policy.letters import ApprovalLetters
from cases.policy.own_view import OwnViewPolicy
from cases.policy.ownership import OwnershipPolicy
from cases.policy.rates import RateTable
from cases.policy.reviewing import ReviewingPolicy
from cases.policy.risk import RiskPolicy
from cases.policy.second_looks import SecondLookPolicy
from cases.policy.section import CheckKey, Overridable, Section, Text
from cases.policy.terms import TermsRule
from cases.policy.together import ConversationPolicy
from cases.policy.validating import ValidationPolicy
from cases.verification import VerificationKind

_NOBODY: Mapping[str, StatedParty] = {}


class Policy(Section):
    """Everything that a company decides for itself, in one versioned file."""

    name: Text
    version: Text
    required: tuple[FieldName, ...]
    may_be_absent: tuple[FieldName, ...]
    optional: tuple[FieldName, ...]
    eventually: EventuallyPolicy = EventuallyPolicy()
    more: tuple[Addition, ...] = ()
    material: tuple[FieldName, ...]
    rates: RateTable
    risk: RiskPolicy
    compliance: CompliancePolicy
    privacy: PrivacyPolicy | None = None
    screening: ScreeningPolicy
    embargo: EmbargoPolicy | None = None
    validation: ValidationPolicy = ValidationPolicy()
    evidence: EvidencePolicy = EvidencePolicy()
    verification: Mapping[VerificationKind, VerificationRule] = {}
    prohibited: Prohibited
    restricted: Mapping[Text, ListedLine] = {}
    registration: Mapping[Text, ListedLine] = {}
    category: CategoryPolicy = CategoryPolicy()
    notice: Notice
    agreement: AgreementPolicy = AgreementPolicy()
    calendar: Calendar | None = None
    ownership: OwnershipPolicy | None = None
    deadlines: Deadlines
    information: InformationPolicy = InformationPolicy()
    conversation: ConversationPolicy = ConversationPolicy()
    reviewing: ReviewingPolicy = ReviewingPolicy()
    complaints: ComplaintPolicy = ComplaintPolicy()
    blocking_checks: tuple[CheckKey, ...] = ()
    never_override: tuple[Overridable, ...] = ()
    overrides: OverridePolicy = OverridePolicy()
    own_view: OwnViewPolicy = OwnViewPolicy()
    second_approval: tuple[Literal["low", "medium", "high"], ...] = ()
    terms: tuple[TermsRule, ...] = ()
    second_looks: SecondLookPolicy = SecondLookPolicy()
    approval_letters: ApprovalLetters = ApprovalLetters()
    decline_reasons: Annotated[dict[Text, DeclineReason], Field(min_length=1)]
    declining: DecliningPolicy = DecliningPolicy()

    @field_validator("required", "optional", "may_be_absent")
    @classmethod
    def _can_be_asked_for(cls, names: tuple[FieldName, ...]) -> tuple[FieldName, ...]:
        return statable(names)

    @field_validator("optional")
    @classmethod
    def _is_not_required_too(
        cls, names: tuple[FieldName, ...], info: ValidationInfo
    ) -> tuple[FieldName, ...]:
        twice = set(names).intersection(info.data.get("required", ()))
        if twice:
            raise ValueError(f"{min(twice)} is both required and optional")
        return names

    @field_validator("blocking_checks", "never_override")
    @classmethod
    def _stands_there_once(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        twice = [key for key in keys if keys.count(key) > 1]
        if twice:
            raise ValueError(f"{twice[0]} stands here twice")
        return keys

    @field_validator("deadlines")
    @classmethod
    def _counts_by_a_calendar(cls, deadlines: Deadlines, info: ValidationInfo) -> Deadlines:
        if deadlines.review_hours and info.data.get("calendar") is None:
            raise ValueError("review_hours are counted by a calendar, and there is none")
        return deadlines

    @model_validator(mode="after")
    def _declines_with_known_reasons(self) -> Self:
        for rule in self.risk.knock_outs:
            if rule.reason not in self.decline_reasons:
                problem = f"knock-out {rule.code} declines with {rule.reason}, which is no decline reason"
                raise ValueError(problem)
        return self

    @property
    def taken(self) -> frozenset[FieldName]:
        """The fields that the policy asks of anybody; another one of ``UNDERWRITING`` is not recorded."""
        listed = (*self.restricted.values(), *self.registration.values())
        named = (
            *self.required,
            *self.optional,
            *self.eventually.fields,
            *(name for addition in self.more for name in addition.fields),
            *(name for line in listed for name in line.needed),
        )
        return frozenset(FieldName).difference(UNDERWRITING).union(named)

    def may_lack(self, name: FieldName) -> bool:
        """Whether a merchant can truthfully have no such thing."""
        return name in self.may_be_absent or name in NONE_IS_SAID

    @property
    def hash(self) -> str:
        """SHA-256 (hex) of the policy in canonical JSON; scorecards and decisions name it."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    def application_hash(self, application: Application, parties: Mapping[str, StatedParty] = _NOBODY) -> str:
        """What a decision and its grant are bound to: the digest of the material fields.

        Where more was stated of the parties behind the merchant (by their ids), it is part of it.
        """
        digest = application.digest(self.material)
        if not parties:
            return digest
        stated = [party.model_dump_json() for _, party in sorted(parties.items())]
        return hashlib.sha256("\n".join([digest, *stated]).encode()).hexdigest()
