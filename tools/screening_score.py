"""How well names are told apart, on labelled pairs (``onboard eval screening``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from pydantic import BaseModel

from tools.lists import ListFile
from tools.lists.tables import by_header, require_header, rows_of
from tools.names import likeness

COLUMNS = ("schema", "name1", "name2", "is_match")
PERSON = "Person"


class Pair(NamedTuple):
    """Two names, and whether they are of one party."""

    name1: str
    name2: str
    persons: bool
    is_match: bool


class ScoredPair(BaseModel):
    """A pair with its likeness (0 to 1) and whether that makes it a potential match."""

    name1: str
    name2: str
    score: float
    match: bool


class ScreeningSummary(BaseModel):
    """Precision, recall and F1 of the potential matches at the threshold."""

    threshold: float
    precision: float
    recall: float
    f1: float
    microseconds_per_pair: float


class ScreeningReport(BaseModel):
    """What the contract's "Evaluation files" says."""

    pairs: list[ScoredPair]
    summary: ScreeningSummary


def read_pairs(file: Path) -> list[Pair]:
    """The labelled pairs of a file; raises UnreadableList, which names the line that is wrong."""
    rows = list(rows_of(ListFile(file.name, file.read_bytes())))
    if not rows:
        return []
    header = rows[0]._replace(cells=tuple(cell.casefold() for cell in rows[0].cells))
    listed = ListFile(file.name, b"")
    require_header(listed, header, COLUMNS)
    cells = (by_header(listed, header, row) for row in rows[1:])
    return [
        Pair(row["name1"], row["name2"], row["schema"] == PERSON, row["is_match"].casefold() == "true")
        for row in cells
    ]


def score_pairs(pairs: Sequence[Pair], threshold: float) -> ScreeningReport:
    """Compare each pair; one from the threshold on counts as found."""
    began = perf_counter()
    scores = [likeness(pair.name1, pair.name2, persons=pair.persons) for pair in pairs]
    seconds = perf_counter() - began
    scored = [
        ScoredPair(name1=pair.name1, name2=pair.name2, score=round(score, 4), match=score >= threshold)
        for pair, score in zip(pairs, scores, strict=True)
    ]
    right = sum(found.match and pair.is_match for found, pair in zip(scored, pairs, strict=True))
    precision = _share(right, sum(found.match for found in scored))
    recall = _share(right, sum(pair.is_match for pair in pairs))
    summary = ScreeningSummary(
        threshold=threshold,
        precision=round(precision, 4),
        recall=round(recall, 4),
        f1=round(_share(2 * precision * recall, precision + recall), 4),
        microseconds_per_pair=round(1e6 * _share(seconds, len(pairs)), 1),
    )
    return ScreeningReport(pairs=scored, summary=summary)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
