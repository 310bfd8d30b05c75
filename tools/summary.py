"""What the merchant is asked to confirm: written from the record, line by line."""

from __future__ import annotations

from cases.application import DERIVED, FieldName
from cases.record import CaseRecord
from desk.labels import field_label, value_in_words
from desk.wordbook import wordbook
from tools.hiding import is_hidden, token_of


def write_summary(record: CaseRecord, opening: str = "") -> str:
    """What the merchant is asked to confirm; sensitive values as tokens, which are shown masked."""
    words = wordbook(record.language)
    lines = [
        f"- {field_label(name, record.language)}: {line}"
        for name in FieldName
        if (line := _line(record, name))
    ]
    start = " ".join(opening.split()) or words("chat.opening")
    return "\n".join([start, "", *lines, "", *_statements(record), "", words("chat.question")])


def _statements(record: CaseRecord) -> list[str]:
    """What a "yes" to the summary declares (``desk.submission.confirm``), in words."""
    words = wordbook(record.language)
    names = ("statement_authority", "statement_ownership", "statement_agreement")
    return [f"- {words(f'check.{name}', link='/agreement')}" for name in names]


def _line(record: CaseRecord, name: FieldName) -> str | None:
    words, others = wordbook(record.language), record.entered_by_others
    if name in others:
        beside = name is FieldName.CURRENCY and FieldName.ANNUAL_REVENUE in others
        return None if beside else words("part.given_by_other")
    application = record.told
    value = application.get(name)
    if value is None:
        return words("field.none") if name in record.absent else None
    if isinstance(value, str) and is_hidden(record, name):
        return token_of(record, name, value)
    beside_revenue = name is FieldName.CURRENCY and application.annual_revenue is not None
    if beside_revenue or name in DERIVED:
        return None
    shown = value_in_words(name, value, currency=application.currency, language=record.language)
    return " ".join(shown.split()) if shown else None
