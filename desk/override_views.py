"""Overrides in words, and as staff see them beside what they are about."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_date

from cases.checks import RiskLevel
from cases.decision import Override
from cases.overrides import lapse, overridable
from cases.policy import Policy
from cases.policy.section import RISK
from cases.record import CaseRecord
from cases.sensitive import display
from cases.states import UNDER_REVIEW
from desk.labels import check_label
from desk.rights import Reader
from desk.viewing import View


class OverrideView(View):
    """An override; ``lapsed`` says why it is not in force any more.

    ``sentence`` says all of it, and ``words`` all but the subject.
    """

    subject: str
    label: str
    level: RiskLevel | None
    reason: str
    by: str
    at: datetime
    expires_at: datetime
    lapsed: str | None
    sentence: str
    words: str


class Subject(View):
    """What may be overridden."""

    key: str
    label: str


class OverridingPart(View):
    """The overrides of a case, what may be overridden, and until when at most."""

    overrides: tuple[OverrideView, ...]
    subjects: tuple[Subject, ...]
    earliest: date
    latest: date


def override_actions(reader: Reader, policy: Policy) -> tuple[str, ...]:
    """What the reader may do about overrides now."""
    record = reader.record
    if not (reader.judges and record.state in UNDER_REVIEW):
        return ()
    return ("override", "withdraw_override") if overridable(record, policy) else ("withdraw_override",)


def subject_label(subject: str) -> str:
    """What an override is about, in words."""
    return "Risk" if subject == RISK else check_label(subject)


def in_words(override: Override) -> str:
    """The whole override in a sentence; may hold tokens."""
    return f"{subject_label(override.subject)}: {_told(override)}"


def overriding_part(record: CaseRecord, policy: Policy, now: datetime) -> OverridingPart:
    """What staff see of overrides, and may fill in."""
    today = now.date()
    return OverridingPart(
        overrides=view_overrides(record, now),
        subjects=tuple(Subject(key=key, label=subject_label(key)) for key in overridable(record, policy)),
        earliest=today,
        latest=today + timedelta(days=policy.overrides.longest_days),
    )


def view_overrides(record: CaseRecord, now: datetime) -> tuple[OverrideView, ...]:
    """Those in force, and those that are not any more of what is still to be judged."""
    viewed = (view_override(record, override, now) for override in record.overrides.values())
    return tuple(view for view in viewed if not view.lapsed or not _holds(record, view.subject))


def view_override(record: CaseRecord, override: Override, now: datetime) -> OverrideView:
    """One override, with what is sensitive in its reason masked."""
    told = display(_told(override), record.secrets)
    return OverrideView(
        subject=override.subject,
        label=subject_label(override.subject),
        level=override.level,
        reason=display(override.reason, record.secrets),
        by=override.by_name,
        at=override.at,
        expires_at=override.expires_at,
        lapsed=lapse(record, override, now),
        sentence=display(in_words(override), record.secrets),
        words=f"{told[:1].upper()}{told[1:]}",
    )


def _told(override: Override) -> str:
    to = f" to {override.level}" if override.level else ""
    until = format_date(override.expires_at, "d MMM y", locale="en")
    return f"overridden{to} by {override.by_name} until {until}: {override.reason}"


def _holds(record: CaseRecord, subject: str) -> bool:
    check = record.checks.get(subject)
    return check is not None and check.holds
