"""Which numbers businesses are taxed and registered by, country by country, as python-stdnum names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol, cast

from stdnum import get_cc_module
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError

_TAXED_BY_WORDS = """
    AT uid tin;AU abn;BE vat;BR cnpj;CA bn;CH uid vat;DE stnr vat;DK cvr;ES cif nif;FR siren siret tva
    GB vat utr;IE vat;IN gstin pan;IT iva codicefiscale;MX rfc;NL btw;NO mva orgnr;NZ ird;PL nip;PT nif
    SE vat orgnr;SG uen;US ein;ZA tin
"""
TAXED_BY = {
    entry.split()[0]: tuple(entry.split()[1:]) for entry in re.split(r"[;\n]", _TAXED_BY_WORDS.strip())
}
"""Tax numbers of a business. Numbers of persons (SSN, PPS, BSN, TFN …) are left out on purpose."""

REGISTERED_BY = {
    "AT": ("businessid",),
    "AU": ("acn",),
    "DE": ("handelsregisternummer",),
    "FR": ("rcs",),
    "NO": ("orgnr",),
    "PL": ("regon",),
}
"""Numbers that stand in a company register and are no tax numbers."""

_PLAIN_REGISTERS = {
    "GB": ("company number", r"(?:[A-Z]{2}[0-9]{6}|[0-9]{8})"),
    "IE": ("company number", r"[0-9]{5,6}"),
    "IN": ("CIN", r"[LU][0-9]{5}[A-Z]{2}[0-9]{4}[A-Z]{3}[0-9]{6}"),
    "NL": ("KvK number", r"[0-9]{8}"),
}
"""Registers whose numbers have a form and no check digits (python-stdnum has none of them)."""


class Numbers(Protocol):
    """A module of python-stdnum."""

    def validate(self, number: str) -> str:
        """The compact number; raises ValidationError."""
        ...


class Passed(NamedTuple):
    """The kind whose rules a number passes, if any; ``wrong``: of a kind's form, and its digits fail."""

    kind: str | None
    wrong: bool


def try_kinds(number: str, country: str, kinds: tuple[str, ...]) -> Passed:
    """Whether the number passes one of the kinds, or has the form of one and fails its check digits."""
    wrong = False
    for label, numbers in _modules(country, kinds):
        try:
            numbers.validate(number)
        except (InvalidChecksum, InvalidComponent):
            wrong = True
        except ValidationError:
            continue
        else:
            return Passed(label, wrong=False)
    return Passed(None, wrong)


def try_register(number: str, country: str) -> str | None:
    """The company register whose numbers are of this form, if the country has one."""
    if passed := try_kinds(number, country, REGISTERED_BY.get(country, ())).kind:
        return passed
    label, form = _PLAIN_REGISTERS.get(country, ("", r"(?!)"))
    return f"{country} {label}" if re.fullmatch(form, re.sub(r"[\s.\-]", "", number).upper()) else None


def numbers_of(country: str, kind: str) -> Numbers:
    """The rules of one kind; raises LookupError where there are none."""
    module = get_cc_module(country.lower(), kind)
    if module is None:
        raise LookupError(f"{country} {kind}")
    return cast("Numbers", module)


def _modules(country: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, Numbers]]:
    for kind in kinds:
        module = get_cc_module(country.lower(), kind)
        if module is not None:
            yield f"{country} {kind.upper()}", cast("Numbers", module)
