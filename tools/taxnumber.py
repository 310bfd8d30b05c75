"""Tax numbers by the rules of their country: length, form and check digits (python-stdnum)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from stdnum import get_cc_module
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError

from cases.application import Application
from cases.errors import Invalid
from cases.fields import country_of_application, tax
from cases.policy import Policy
from tools.verdict import Verdict, failed, held, not_checked

_KINDS = (
    "ein",
    "gstin",
    "cnpj",
    "abn",
    "acn",
    "bn",
    "gst",
    "rfc",
    "nit",
    "ruc",
    "rut",
    "cuit",
    "siren",
    "siret",
    "cif",
    "nif",
    "nip",
    "regon",
    "stnr",
    "cvr",
    "orgnr",
    "ytunnus",
    "ico",
    "uen",
    "brn",
    "kvk",
    "kbo",
    "uid",
    "tin",
    "rnc",
    "trn",
    "vat",
)
"""Numbers that businesses are taxed or registered by, by their name in python-stdnum."""

_OF_PERSONS = frozenset({("us", "tin")})
"""Accepts social security numbers, which are nobody's business number here."""


class _Numbers(Protocol):
    def validate(self, number: str) -> str: ...


def check_tax_number(application: Application, _: Policy) -> Verdict:
    """Held or failed where the country's rule for such a number is known, else not checked."""
    number = application.tax_id or ""
    try:
        tax.parse(number)
    except Invalid as error:
        return failed(str(error))
    prefix = number[:2].lower() if number[:2].isalpha() else None
    country = country_of_application(application)
    wrong = False
    for name, numbers in _rules(prefix, country.lower() if country else None):
        try:
            numbers.validate(number)
        except (InvalidChecksum, InvalidComponent):
            wrong = True
        except ValidationError:
            continue
        else:
            return held(f"Passes the check of a {name} number; no register was asked.")
    if wrong:
        return failed("Looks like a tax number of its country and fails its check digits.")
    return not_checked("No rule for a number of this form is known; it was taken as written.")


def _rules(prefix: str | None, country: str | None) -> Iterator[tuple[str, _Numbers]]:
    for code in dict.fromkeys(filter(None, (prefix, country))):
        for kind in _KINDS:
            module = get_cc_module(code, kind) if (code, kind) not in _OF_PERSONS else None
            if module is not None:
                yield f"{code.upper()} {kind.upper()}", cast("_Numbers", module)
