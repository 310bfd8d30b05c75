"""Other applications of what seems to be the same merchant; no merchant ever reads of them."""

from __future__ import annotations

from collections.abc import Iterator

from cases.checks import Check
from cases.duplicates import Duplicate, TraitKind
from cases.policy.validating import ExtraCheck
from desk.duplicates import Found, duplicates_of
from desk.labels import TRAITS
from desk.turn import Turn
from tools.names import likeness
from tools.validation.findings import found
from tools.verdict import Verdict, failed, held

NEARLY_THE_SAME = 0.85
"""How alike two names at one address have to be."""

_SUSPICIOUS = frozenset({"duplicate_turned_away", "duplicate_other_person"})


async def check_duplicates(turn: Turn) -> Check:
    """The check, with the other cases in it, those that speak against this one first."""
    name = turn.record.application.merchant_name or ""
    known = [each for each in compared(name, await duplicates_of(turn.desk, turn.case_id)) if each.suspicion]
    duplicates = tuple(sorted(known, key=lambda each: (each.suspicion not in _SUSPICIOUS, each.case_id)))
    status, reason, findings = judge(duplicates)
    key = ExtraCheck.NO_DUPLICATES.value
    return Check(key=key, status=status, reason=reason, findings=findings, duplicates=duplicates)


def compared(name: str, candidates: list[Found]) -> Iterator[Duplicate]:
    """The candidates without those that are merely nearby and bear another name."""
    for duplicate, other in candidates:
        kinds = duplicate.kinds
        if TraitKind.NEARBY in kinds and likeness(name, other or "", persons=False) < NEARLY_THE_SAME:
            kinds = tuple(kind for kind in kinds if kind is not TraitKind.NEARBY)
        if kinds:
            yield duplicate.model_copy(update={"kinds": kinds})


def judge(duplicates: tuple[Duplicate, ...]) -> Verdict:
    """Failed where one was turned away or is another person's; one's own are only pointed out."""
    if not duplicates:
        return held("No other application has anything in common with this one.")
    shared = ", ".join(TRAITS[kind] for kind in TraitKind if any(kind in each.kinds for each in duplicates))
    count = "1 other application has" if len(duplicates) == 1 else f"{len(duplicates)} others have"
    findings = tuple(found(code) for code in dict.fromkeys(each.suspicion for each in duplicates) if code)
    outcome = failed if any(finding.code in _SUSPICIOUS for finding in findings) else held
    return outcome(f"{count} the same: {shared}.", *findings)
