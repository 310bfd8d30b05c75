"""What a party is, as far as its name tells."""

from __future__ import annotations

import re

from cases.company_forms import is_company
from cases.fields.names import COMPANY
from cases.ownership.structure import PartyKind

_TRUST = re.compile(r"\btrust(?:ees?)?\b|\bfideicomiso\b|\btreuhand\w*", re.IGNORECASE)
_FOUNDATION = re.compile(
    r"\b(?:foundation|\w*stiftung|fundaci[oó]n|fondation|fondazione|funda[cç][aã]o|stichting)\b",
    re.IGNORECASE,
)


def guessed_kind(name: str) -> PartyKind:
    """Company, trust or foundation where the name says so, else a person; whoever knows corrects it."""
    if is_company(name):
        return PartyKind.COMPANY
    if _FOUNDATION.search(name):
        return PartyKind.FOUNDATION
    if _TRUST.search(name):
        return PartyKind.TRUST
    return PartyKind.COMPANY if COMPANY.search(name) else PartyKind.PERSON
