"""The words of a name: in Latin letters, without accents, marks, titles and company forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from cases.company_forms import COMPANY_FORMS, LONG_FORMS, with_forms_joined
from cases.names.figures import as_figures


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES = _words("the and of mr mrs ms dr prof sir monsieur madame sheikh shaikh haji mullah")
_SHORTENED = {
    "intl": "international",
    "natl": "national",
    "bros": "brothers",
    "dept": "department",
    "govt": "government",
    "mfg": "manufacturing",
    "organisation": "organization",
    "labour": "labor",
    "centre": "center",
    "us": "usa",
}
"""Shortened and British spellings of common words in names of companies and bodies."""

_SPELLED = {"united states": "usa", "united kingdom": "uk", "great britain": "uk"}


@lru_cache(maxsize=100_000)
def normalise(name: str) -> tuple[str, ...]:
    """The words of a name in Latin letters and lower case, without accents, marks and company forms.

    Figures that are spelled out become figures ("first", "1st" → "1"). A name that is nothing but a
    company form keeps it. Initials stay.
    """
    latin = anyascii(name).casefold().replace("&", " and ").replace("'", "").replace("`", "")
    plain = " ".join(re.findall(r"[a-z0-9]+", with_forms_joined(latin)))
    for spelled, short in _SPELLED.items():
        plain = plain.replace(spelled, short)
    kept = tuple(_significant(LONG_FORMS.sub(" ", plain).split()))
    return as_figures(kept) or tuple(plain.split())


def _significant(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word not in COMPANY_FORMS and word not in _PARTICLES:
            yield _SHORTENED.get(word, word)
