"""Tax numbers by the rules of their country: length, form and check digits (python-stdnum)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from stdnum import get_cc_module
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError

from cases.errors import Invalid
from cases.fields import tax
from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.validation.kinds import TAXED_BY, Numbers, try_kinds, try_register
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


def judge_form(inquiry: Inquiry) -> Verdict:
    """Held or failed where the country's rule for such a number is known, else not checked."""
    number = inquiry.application.tax_id or ""
    try:
        tax.parse(number)
    except Invalid as error:
        return failed(str(error), found("tax_number_form"))
    prefix = number[:2].lower() if number[:2].isalpha() else None
    country = inquiry.country
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
        reason = "Looks like a tax number of its country and fails its check digits."
        return failed(reason, found("tax_number_check_digits"))
    return not_checked("No rule for a number of this form is known; it was taken as written.")


def judge_kind(inquiry: Inquiry) -> Verdict:
    """Whether it is a number that businesses of the country are taxed by, and not another one of theirs."""
    number, country = inquiry.application.tax_id or "", inquiry.country
    if country is None:
        return not_checked("It is not known of which country the business is.")
    own = try_kinds(number, country, TAXED_BY.get(country, _KINDS))
    if own.kind:
        return held(f"A number of the kind {own.kind}.")
    if register := try_register(number, country):
        return failed(f"A number of the kind {register}.", found("tax_number_is_registration"))
    if abroad := _country_abroad(number, country):
        return failed(f"A tax number of {abroad}.", found("tax_number_other_country"))
    if own.wrong:
        return failed("Has the form of such a number, and wrong digits.", found("tax_number_check_digits"))
    return not_checked("No rule for a number of this form is known.")


def _country_abroad(number: str, country: str) -> str | None:
    """The other country that the number names in its first two letters, if it passes that country's rules."""
    prefix = number[:2].upper()
    if not prefix.isalpha() or prefix == country:
        return None
    return prefix if try_kinds(number, prefix, ("vat",)).kind else None


def _rules(prefix: str | None, country: str | None) -> Iterator[tuple[str, Numbers]]:
    for code in dict.fromkeys(filter(None, (prefix, country))):
        for kind in _KINDS:
            module = get_cc_module(code, kind) if (code, kind) not in _OF_PERSONS else None
            if module is not None:
                yield f"{code.upper()} {kind.upper()}", cast("Numbers", module)
