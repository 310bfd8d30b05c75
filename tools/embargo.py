"""Does the business, or somebody behind it, sit in a place with which no business is done?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from cases.application import Address
from cases.checks import Check, CheckStatus, Finding
from cases.fields.places import country_named
from cases.participants import PersonalField
from cases.policy.embargo import EmbargoedPlace, EmbargoPolicy
from cases.record import CaseRecord

KEY = "embargoed_places"

ADVICE = "Look at where the business and its owners are; what falls under an embargo cannot be served."


class _Where(NamedTuple):
    """A place that is known of somebody; ``country`` is None where the words do not name it."""

    what: str
    country: str | None
    words: str = ""
    postal_code: str = ""


def check_embargo(record: CaseRecord, policy: EmbargoPolicy) -> Check:
    """Failed with each rule that applies; not checked where no place is known."""
    known = tuple(_places_of(record))
    if not known:
        reason = "No address, nationality or residence is known yet."
        return Check(key=KEY, status=CheckStatus.NOT_CHECKED, reason=reason)
    found = [(where, place) for where in known for place in policy.places if _lies_in(where, place)]
    if not found:
        reason = "No address, nationality or residence is in an embargoed country or region."
        return Check(key=KEY, status=CheckStatus.HELD, reason=reason)
    told = [f"{where.what}: {place.name} ({place.rule}, as of {place.as_of})." for where, place in found]
    findings = tuple(Finding(code="embargoed_place", text=text, advice=ADVICE) for text in told)
    return Check(key=KEY, status=CheckStatus.FAILED, reason=" ".join(told), findings=findings)


def _places_of(record: CaseRecord) -> Iterator[_Where]:
    """Where the business is, where its owners come from and live, and where companies are registered."""
    if record.application.address is not None:
        yield _of_address(record.application.address)
    for party in record.parties.values():
        if party.country:
            yield _Where(f"Register of {party.name}", party.country)
    for (subject, field), detail in record.details.items():
        if field is PersonalField.NATIONALITY:
            yield _Where(f"Nationality of {subject.title()}", detail.value)
        elif field is PersonalField.HOME_ADDRESS:
            last = detail.value.rpartition(",")[2].strip()
            yield _Where(f"Residence of {subject.title()}", country_named(last), detail.value)


def _of_address(address: Address) -> _Where:
    words = " ".join(filter(None, (address.region, address.city, address.line1)))
    return _Where("Business address", address.country, words, address.postal_code or "")


def _lies_in(where: _Where, place: EmbargoedPlace) -> bool:
    if where.country is not None and where.country not in place.countries:
        return False
    if not place.words:
        return where.country is not None
    starts = place.postal_codes.get(where.country or "", ())
    return where.postal_code.startswith(starts) or _names(where.words, place.words)


def _names(text: str, words: tuple[str, ...]) -> bool:
    known = f" {_plain(text)} "
    return any(f" {_plain(word)} " in known for word in words)


def _plain(text: str) -> str:
    """Words in lower case without accents and punctuation."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare))
