"""What ``onboard policy simulate`` prints."""

from __future__ import annotations

import sys
from datetime import datetime

from pydantic import JsonValue

from cases.policy import Policy
from tools.policy_simulation import Simulated, Simulation
from web.commands.printing import Row, print_table

COUNTS = {
    "level": "another level of risk",
    "recommendation": "another recommendation",
    "barred": "approved, and would have been barred",
    "second_approval": "approved by one, and would have taken two",
    "incomplete": "would not have been complete",
}
"""What is counted, in words."""


def as_report(policy: Policy, since: datetime, found: Simulation) -> dict[str, JsonValue]:
    """Everything for programs."""
    cases: list[JsonValue] = [case.model_dump(mode="json") for case in found.cases]
    return {
        "policy": f"{policy.name} {policy.version}",
        "policy_hash": policy.hash,
        "since": since.date().isoformat(),
        "decided": len(found.cases),
        "unreadable": found.unreadable,
        "counts": {**found.counts()},
        "cases": cases,
    }


def show(policy: Policy, since: datetime, found: Simulation) -> None:
    """How many would have been other, and which."""
    if found.unreadable:
        print(f"{found.unreadable} case(s) cannot be read: onboard transcript verify", file=sys.stderr)
    if not found.cases:
        print(f"No case was decided since {since:%Y-%m-%d}.")
        return
    print(f"Decided since {since:%Y-%m-%d}, and judged again under {policy.name} {policy.version}:\n")
    counts = found.counts()
    rows: list[Row] = [{"what": "decided", "cases": len(found.cases)}]
    print_table([*rows, *({"what": COUNTS[name], "cases": number} for name, number in counts.items())], "")
    print()
    changed = [case for case in found.cases if case.changes]
    print_table([_row(case) for case in changed], "None would have been judged otherwise.")


def _row(case: Simulated) -> Row:
    return {
        "case_id": str(case.case_id),
        "decided": case.decided_at.date().isoformat(),
        "outcome": "approved" if case.approved else "declined",
        "under_this_policy": "; ".join(case.changes),
    }
