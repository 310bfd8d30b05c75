"""Licences: whether one is needed, and whether the number can be one. No register is asked."""

from __future__ import annotations

import re

from stdnum.exceptions import InvalidFormat, ValidationError

from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.validation.kinds import numbers_of, try_register
from tools.verdict import Verdict, failed, held, not_required

_MARKED = {
    "HRA": ("DE", "handelsregisternummer"),
    "HRB": ("DE", "handelsregisternummer"),
    "RCS": ("FR", "rcs"),
    "SIREN": ("FR", "siren"),
    "SIRET": ("FR", "siret"),
    "ACN": ("AU", "acn"),
    "ABN": ("AU", "abn"),
    "CNPJ": ("BR", "cnpj"),
    "CHE": ("CH", "uid"),
    "UEN": ("SG", "uen"),
    "NIP": ("PL", "nip"),
    "REGON": ("PL", "regon"),
}
"""Abbreviations that say which register's number follows."""

_PART_OF_THE_NUMBER = frozenset({"HRA", "HRB", "RCS", "CHE"})


def judge_given(_: Inquiry) -> Verdict:
    """That a licence was given is all that this check says."""
    return held("A licence number was given; it was not looked up in a register.")


def spared(inquiry: Inquiry) -> Verdict | None:
    """Not required where a rule of the policy says so of that line of business and country."""
    rule = inquiry.policy.validation.spares_licence(inquiry.country, inquiry.application.mcc)
    return not_required(rule) if rule else None


def judge_form(inquiry: Inquiry) -> Verdict:
    """Whether it can be a licence number, and passes its register's rules where it names the register."""
    licence = (inquiry.application.business_license or "").strip()
    for mark, (country, kind) in _MARKED.items():
        if re.search(rf"\b{mark}\b", licence, re.IGNORECASE):
            return _judge_registered(licence, mark, country, kind)
    digits = re.sub(r"\D", "", licence)
    if not digits or _is_run(digits):
        return failed("Nothing that could be a licence number.", found("licence_placeholder"))
    register = try_register(licence, inquiry.country or "")
    return held(
        f"Also a number of the kind {register}." if register else "A number; its issuer was not asked."
    )


def _judge_registered(licence: str, mark: str, country: str, kind: str) -> Verdict:
    label = f"{country} {kind.upper()}"
    is_whole = mark in _PART_OF_THE_NUMBER
    number = licence if is_whole else re.sub(rf"\W*\b{mark}\b\W*", "", licence, flags=re.IGNORECASE)
    numbers = numbers_of(country, kind)
    try:
        numbers.validate(number)
    except InvalidFormat:
        return failed(f"Not complete for a number of the kind {label}.", found("registration_incomplete"))
    except ValidationError:
        return failed(f"Not a number of the kind {label}.", found("registration_check_digits"))
    return held(f"Passes the rules of a number of the kind {label}; no register was asked.")


def _is_run(digits: str) -> bool:
    """Whether it is one digit again and again, or the digits in their order."""
    return len(digits) > 3 and (len(set(digits)) == 1 or digits in "01234567890123456789")
