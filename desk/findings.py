"""What checks found in the merchant's own fields and they can mend, in their words; no doubts about them."""

from __future__ import annotations

from cases.application import FieldName
from cases.checks import Finding
from cases.record import CaseRecord
from cases.states import OPEN_FOR_FACTS
from desk.wordbook import Wordbook, wordbook

_OF_MERCHANTS = frozenset(wordbook("en").area("finding"))


def is_told(finding: Finding) -> bool:
    """Whether the merchant reads it: where there are words for it in their languages."""
    return finding.code in _OF_MERCHANTS


def mendable(record: CaseRecord, name: FieldName, words: Wordbook) -> str | None:
    """What is wrong with what was told and what to do; None where nothing is, or it was told anew since."""
    told = record.provenance.get(name)
    if record.state not in OPEN_FOR_FACTS or told is None or name in record.entered_by_others:
        return None
    # A value that was told after the last move is not the one that was checked before it.
    if told.source_seq > record.moved_seq:
        return None
    found = (f for check in record.checks.values() if check.field is name for f in check.findings)
    codes = dict.fromkeys(finding.code for finding in found if is_told(finding))
    sentences = (f"{words(f'finding.{code}')} {words(f'finding.{code}_advice')}" for code in codes)
    return " ".join(sentences) or None
