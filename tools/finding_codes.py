"""The codes of everything that checks can find, wherever they find it."""

from __future__ import annotations

from cases.ownership.problems import ProblemCode
from desk.wordbook import wordbook
from tools.validation.findings import SUSPICIONS

BEYOND_VALIDATION = frozenset(
    {
        *(code.value for code in ProblemCode),
        "blocked_by_owners",
        "control_person",
        "control_person_choose",
        "correction",
        "detail_missing",
        "embargoed_place",
        "people_behind_roles",
        "pep_declared",
        "roles",
        "share_unknown",
        "unknown_owners",
    }
)
"""What is found of owners and places, and has no words in ``desk/words``."""


def is_known(code: str) -> bool:
    """Whether a check can find something of that code."""
    if code in SUSPICIONS or code in BEYOND_VALIDATION:
        return True
    return f"{code}_advice" in wordbook("en").area("finding")
