"""Keeps a case's secrets out of what a model gets back and out of the record of its calls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.application import SENSITIVE, FieldName
from cases.record import CaseRecord
from cases.sensitive import FIELD_KINDS, Kind, kind_of, mask

SHORTEST = 4
"""Characters; a shorter value says nothing, and would be found in every number."""

TELLING = 7
"""Last characters that two spellings of one number share (country and trunk prefixes differ)."""


def hide(text: str, record: CaseRecord) -> str:
    """The text with every known secret value replaced by its token, however it is spaced."""
    if not record.secrets:
        return text
    known = sorted(_known(record), key=lambda pair: len(pair[0]), reverse=True)
    for value, token in known:
        text = _spaced(value).sub(lambda _, token=token: token, text)
    return text


def token_of(record: CaseRecord, name: FieldName, value: str) -> str:
    """The token that stands for a field's value; the masked value where no message held it."""
    kind = FIELD_KINDS.get(name)
    letters = _letters(value)
    same = [t for t, secret in record.secrets.items() if _letters(secret) == letters]
    near = [
        token
        for token, secret in record.secrets.items()
        if kind_of(token) in (kind, Kind.NUMBER) and _letters(secret)[-TELLING:] == letters[-TELLING:]
    ]
    return next(iter([*same, *near]), mask(name, value))


def is_hidden(record: CaseRecord, name: FieldName) -> bool:
    """Whether a field's value stands for nobody to read: a sensitive one, or one entered behind a token."""
    where = record.provenance.get(name)
    return name in SENSITIVE or (where is not None and kind_of(where.quote) is not None)


def _known(record: CaseRecord) -> Iterator[tuple[str, str]]:
    """Each secret as it was written, and as its field keeps it."""
    for token, secret in record.secrets.items():
        if len(_letters(secret)) >= SHORTEST:
            yield secret, token
    for name in SENSITIVE:
        value = record.application.get(name)
        if isinstance(value, str):
            yield value, token_of(record, name, value)


def _letters(value: str) -> str:
    return "".join(char for char in value if char.isalnum()).casefold()


def _spaced(value: str) -> re.Pattern[str]:
    """Finds a value whatever stands between its parts, but not inside a longer word or number."""
    if "@" in value:
        return re.compile(rf"(?<![\w.+-]){re.escape(value)}(?!\w)", re.IGNORECASE)
    parts = r"[\s./()‐-―-]{0,3}".join(re.escape(c) for c in value if c.isalnum())
    return re.compile(rf"(?<!\w)\+?{parts}(?!\w)", re.IGNORECASE)
