"""Dates as watch lists write them, made ISO 8601 and no more exact than they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

_FORMS = (
    ("%Y-%m-%d", "%Y-%m-%d"),
    ("%d %b %Y", "%Y-%m-%d"),
    ("%d/%m/%Y", "%Y-%m-%d"),
    ("%d-%b-%Y", "%Y-%m-%d"),
    ("%b %Y", "%Y-%m"),
    ("%Y-%m", "%Y-%m"),
    ("%Y", "%Y"),
)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def partial_date(text: str) -> str | None:
    """The date as exact as it is written: "14 Mar 1962", "Mar 1962", "circa 1962", "dd/mm/1962"."""
    written = text.strip().rstrip(".")
    for form, iso in _FORMS:
        try:
            return datetime.strptime(written, form).strftime(iso)
        except ValueError:
            continue
    year = _YEAR.search(written)
    return year[1] if year else None


def partial_dates(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Those of the texts that hold a date, each once."""
    found = (partial_date(text) for text in texts if text)
    return tuple(dict.fromkeys(date for date in found if date))
