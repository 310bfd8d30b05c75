"""Currencies: the signs, codes and words people use for them (ISO 4217)."""

from __future__ import annotations

import re
from typing import NamedTuple

from babel.core import get_global
from babel.numbers import get_territory_currencies

from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.places import country_of_application

DOLLAR, SIGN, KRONE, PESO, FRANC, CFA, RUPEE, YEN, POUND, SHILLING = (
    "dollar", "dollar_sign", "krone", "peso", "franc", "cfa_franc", "rupee", "yen", "pound", "shilling",
)  # fmt: skip
"""Names that several countries' currencies share."""

_FAMILIES: dict[str, tuple[str, ...]] = {
    DOLLAR: ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "BBD", "JMD", "TTD", "BSD",
             "BZD", "FJD", "NAD"),
    KRONE: ("SEK", "NOK", "DKK", "ISK", "CZK"),
    SIGN: ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "BBD", "JMD", "TTD", "BSD", "BZD", "FJD", "NAD",
           "MXN", "ARS", "CLP", "COP", "UYU", "DOP"),
    CFA: ("XOF", "XAF"),
    PESO: ("MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP"),
    FRANC: ("CHF", "XOF", "XAF", "XPF"),
    RUPEE: ("INR", "PKR", "LKR", "NPR", "MUR"),
    YEN: ("JPY", "CNY"),
    POUND: ("GBP", "EGP", "LBP"),
    SHILLING: ("KES", "TZS", "UGX"),
}  # fmt: skip
_USUAL = {FRANC: "CHF", RUPEE: "INR", YEN: "JPY", POUND: "GBP"}
"""What a shared name means where the country is not known; a dollar or a peso then means nothing."""

_MARKS: dict[str, str] = {
    "USD": r"US\$|U\.S\. ?\$|usd|us ?dollars?|u\.s\. dollars?|american dollars?|dólares americanos",
    "CAD": r"CA\$|C\$|CDN\$|\$ ?(?:canadiens|can|cad|ca)\b|cad|cdn|"
    r"canadian dollars?|canadian(?=\W*$)|dollars canadiens",
    "AUD": r"AU\$|A\$|aud|australian dollars?|aussie(?: dollars?)?",
    "NZD": r"NZ\$|nzd|new zealand dollars?",
    "SGD": r"SG\$|S\$|sgd|singapore dollars?|sing dollars?",
    "HKD": r"HK\$|hkd|hong kong dollars?",
    "BRL": r"(?-i:R)\$|brl|reais|real(?= brasil)|brazilian reals?",
    "MXN": r"MX\$|\$ ?(?:mxn|m\.n\.)|mxn|pesos mexicanos|mexican pesos?",
    "ARS": r"AR\$|ars(?= ?\d)|pesos argentinos|argentine pesos?",
    "COP": r"COL\$|cop(?= ?\d)|pesos colombianos|colombian pesos?",
    "CLP": r"CLP\$?|pesos chilenos|chilean pesos?",
    "EUR": r"(?-i:T)€|€|eur|euros?|euors?|teur",
    "GBP": r"£|gbp|pounds? sterling|sterling|quid|british pounds?",
    "JPY": r"円|jpy",
    "CNY": r"cny|rmb|yuan",
    "INR": r"₹|inr|indian rupees?",
    "NGN": r"₦|ngn|nairas?|(?-i:N)(?=\d)",
    "CHF": r"chf|sfr\.?|swiss francs?|schweizer franken|francs suisses",
    "ZAR": r"zar|rands?|(?-i:R)(?=\s?\d)",
    "PLN": r"zł|pln|zlot(?:y|ych)",
    "SEK": r"sek|swedish kron(?:or|a)|kronor",
    "NOK": r"nok|norwegian kroner?",
    "DKK": r"dkk|danish kroner?|danske kroner",
    "CZK": r"kč|czk",
    "AED": r"aed|dhs?\.?|dirhams?",
    "KRW": r"₩|krw|won",
    "MYR": r"(?-i:RM)(?=\s?\d)|myr|ringgit",
    "PHP": r"₱|php",
    "KES": r"ksh\.?|kes",
    "GHS": r"gh₵|₵|ghs|cedis?",
    "ILS": r"₪|ils|shekels?",
    "TRY": r"₺|try(?= ?\d)|turkish lira",
    "THB": r"฿|thb|baht",
    "HUF": r"huf|forint",
    CFA: r"(?:francs? )?f?cfa",
    SIGN: r"\$",
    DOLLAR: r"dol(?:l?[ae]rs?)|bucks|dólares|dolares",
    KRONE: r"kr\.?|kroner|kronen",
    PESO: r"pesos?",
    FRANC: r"francs?|franken|fr\.(?= ?\d)",
    RUPEE: r"rs\.?|rupees?",
    YEN: r"¥|yens?",
    POUND: r"pounds?|libras",
    SHILLING: r"shillings?",
}
# Words need an end on both sides; a sign may touch letters, as in "2,4 M€".
_EDGE_BEFORE = r"(?:(?<![^\W_])|(?![^\W\d_]))"
_EDGE_AFTER = r"(?:(?![^\W\d_])|(?<![^\W\d_]))"
_ANY = re.compile(
    "|".join(rf"(?P<{name}>{_EDGE_BEFORE}(?:{pattern}){_EDGE_AFTER})" for name, pattern in _MARKS.items()),
    re.IGNORECASE,
)
_THOUSAND_MARK = re.compile(r"teur|t€", re.IGNORECASE)


class Mark(NamedTuple):
    """A currency as it stands in a text: an ISO 4217 code, or a shared name such as "dollar"."""

    start: int
    end: int
    name: str


def find_marks(text: str) -> list[Mark]:
    """Every sign, code or word of a currency."""
    found = [Mark(match.start(), match.end(), str(match.lastgroup)) for match in _ANY.finditer(text)]
    return [mark for mark in found if mark.name not in _FAMILIES or not _named_behind(text, mark, found)]


_AMOUNT_BETWEEN = re.compile(r"\s?\d[\d.,' ]{0,20}(?:k|m|mio\.?|million|mill\.?)?\s?", re.IGNORECASE)


def _named_behind(text: str, sign: Mark, marks: list[Mark]) -> bool:
    """Whether the code behind the amount says which currency the sign in front of it is: "$4,350 MXN"."""
    behind = next((mark for mark in marks if mark.start >= sign.end), None)
    if behind is None or behind.name in _FAMILIES or behind.name not in _FAMILIES[sign.name]:
        return False
    return bool(_AMOUNT_BETWEEN.fullmatch(text, sign.end, behind.start))


def currency_of(country: str | None) -> str | None:
    """The legal tender of a country today, None if the country is not known."""
    if country is None:
        return None
    current = get_territory_currencies(country)
    return current[-1] if current else None


def settle(name: str, country: str | None) -> str | None:
    """The ISO code that a mark means in a country, None where that cannot be told."""
    family = _FAMILIES.get(name)
    if family is None:
        return name
    local = currency_of(country)
    if local in family:
        return local
    return _USUAL.get(name) or ("USD" if name in (DOLLAR, SIGN) and country else None)


def parse(value: str) -> str:
    """An ISO 4217 code; raises Invalid."""
    written = value.strip().upper()
    if written in get_global("currency_fractions") or written in _known_codes():
        return written
    marks = find_marks(value)
    if len(marks) == 1 and marks[0].name not in _FAMILIES:
        return marks[0].name
    raise Invalid("Please give the currency by its code, such as USD or EUR.", code="invalid_currency")


def _known_codes() -> frozenset[str]:
    territories = get_global("territory_currencies").values()
    return frozenset(entry[0] for entries in territories for entry in entries)


def ground(value: str, words: str, context: Context) -> str:
    """The code, if the words name this currency; a bare "$" is the dollar of the merchant's country."""
    code = parse(value)
    country = country_of_application(context.application)
    if any(settle(mark.name, country) == code for mark in find_marks(words)):
        return code
    raise Ungrounded("The words do not name this currency.")
