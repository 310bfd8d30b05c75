"""Places with which no business is done, by which rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from cases.policy.business import CountryCode
from cases.policy.section import Section, Text


class EmbargoedPlace(Section):
    """A country, or a region of one or of several that claim it.

    ``words``: what the region and its towns are called, as whole words, in any script; empty: the whole
    country. ``postal_codes``: how those of the region begin, by country. ``as_of``: when the rule was last
    read.
    """

    name: Text
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1)]
    words: tuple[Text, ...] = ()
    postal_codes: Mapping[CountryCode, tuple[Text, ...]] = {}
    rule: Text
    as_of: date


class EmbargoPolicy(Section):
    """The places; the check ``embargoed_places`` fails for who sits, lives or comes from there."""

    places: Annotated[tuple[EmbargoedPlace, ...], Field(min_length=1)]
