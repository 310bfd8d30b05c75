"""A sentence in the parts that tell one thing each: between commas, and before what is told of refunds."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"[,.;!?\n](?!\w)|\s(?:and|und|y|e|et)\s(?=(?:\w+ ){0,2}?(?:refund|return|exchang|umtausch|rückgabe|"
    r"erstatt|widerruf|devol|reembols|rembours|échang|retour|no|never|not|keine?|nie|ningun|nunca|sin|pas|aucun|jamais))",
    re.IGNORECASE,
)


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Where each part begins and ends; a point or comma within a number ends none."""
    ends = [*_BREAK.finditer(text)]
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]
    return [
        _stripped(text, start, stop)
        for start, stop in zip(starts, stops, strict=True)
        if text[start:stop].strip()
    ]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
