"""Words that say where a company's branch is: of two names that differ by one, each is another company."""

from __future__ import annotations

from functools import cache

import pycountry
from anyascii import anyascii

_PART_OF_A_NAME = """
republic democratic islands island united south north saint state states kingdom islamic federated
people province plurinational bolivarian part french minor outlying central southern territory
territories european guinea british occupied with federation eastern western ocean indian
"""
_BESIDES = """
uk usa england scotland wales america europe asia africa nederland norge deutschland espana suisse
schweiz mexico brasil italia osterreich sverige danmark polska taiwan korea russia iran syria vietnam
"""


@cache
def _places() -> frozenset[str]:
    named = set(_BESIDES.split())
    for country in pycountry.countries:
        words = anyascii(country.name).casefold().replace(",", " ").split()
        named |= {word for word in words if len(word) > 3 and word.isalpha()}
    return frozenset(named.difference(_PART_OF_A_NAME.split()))


def is_place(word: str) -> bool:
    """Whether a normalised word names a country or a continent."""
    return word in _places()
