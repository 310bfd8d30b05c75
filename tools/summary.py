"""The summary that a merchant confirms: written from the record, line by line."""

from __future__ import annotations

from cases.application import DERIVED, SENSITIVE, FieldName
from cases.record import CaseRecord
from desk.labels import FIELDS, value_in_words
from tools.hiding import token_of

OPENING = "This is what I have noted:"
QUESTION = "Is everything correct? Please answer “yes” to submit it, or tell me what to change."


def write_summary(record: CaseRecord, opening: str = "") -> str:
    """What the merchant is asked to confirm; sensitive values as tokens, which are shown masked."""
    lines = [f"- {FIELDS[name]}: {line}" for name in FieldName if (line := _line(record, name))]
    return "\n".join([" ".join(opening.split()) or OPENING, "", *lines, "", QUESTION])


def _line(record: CaseRecord, name: FieldName) -> str | None:
    application = record.application
    value = application.get(name)
    if value is None:
        return "you have none" if name in record.absent else None
    if isinstance(value, str) and name in SENSITIVE:
        return token_of(record, name, value)
    beside_revenue = name is FieldName.CURRENCY and application.annual_revenue is not None
    if beside_revenue or name in DERIVED:
        return None
    words = value_in_words(name, value, currency=application.currency)
    return " ".join(words.split()) if words else None
