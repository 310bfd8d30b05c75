"""The kinds of sensitive value, and the tokens that stand in their place."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

TOKEN = re.compile(r"⟦([A-Z_]{1,20})_([0-9]{1,6})⟧")


class Kind(StrEnum):
    """What a token stands for; NUMBER is a long number whose kind is not known."""

    EMAIL = "EMAIL"
    PHONE = "PHONE"
    TAX_ID = "TAX_ID"
    SSN = "SSN"
    IBAN = "IBAN"
    ACCOUNT = "ACCOUNT"
    BIRTH_DATE = "BIRTH_DATE"
    NUMBER = "NUMBER"


class Found(NamedTuple):
    """A stretch of text; ``kind`` None means: seen, and to be left in clear."""

    start: int
    end: int
    kind: Kind | None


def token(kind: Kind, number: int) -> str:
    """The token of the nth value of a kind, as ``⟦EMAIL_1⟧``."""
    return f"⟦{kind.value}_{number}⟧"


def kind_of(token_text: str) -> Kind | None:
    """The kind of a token, None if the text is not exactly one token of a known kind."""
    match = TOKEN.fullmatch(token_text.strip())
    return Kind(match[1]) if match and match[1] in Kind.__members__ else None
