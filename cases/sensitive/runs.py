"""Long numbers that no shape gives away: what they are, by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import phonenumbers

from cases.application import FieldName
from cases.sensitive.cues import Cue, cue_after, cue_before
from cases.sensitive.kinds import Found, Kind

_AREA = r"(?:(?<=\b0\d{2})|(?<=\b0\d{3})|(?<=\b0\d{4})) ?[/-] (?=\d)"  # "040 / 555 01"
_EXTENSION = r"(?<= \d{2}) - (?=\d{1,3}\b)"  # "555 01 - 20"
_JOIN = rf"(?:{_AREA}|{_EXTENSION}|\) ?|\.\(?|[ \-/_]\(?|\u200b{{1,4}})"
_WORD = r"[A-Za-z]{0,8}\d[A-Za-z0-9]*"
_TAIL = r"(?:[.\-/][A-Z]{1,3}(?![A-Za-z]))?"
_LETTERS = r"(?:[A-Z]{1,5}[\-/.]){0,3}"
_RUN = re.compile(rf"(?<![A-Za-z0-9])\+?\(?{_LETTERS}{_WORD}(?:{_JOIN}{_WORD})*{_TAIL}")
_PREFIX = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{2}|ATU|CHE)[ -]$")

LONG = 7
"""From this many digits on, a number is never left in clear without a reason."""

_SHORT = 5
"""The fewest digits of an account or tax number that words announce."""

_BY_FIELD = {
    FieldName.TAX_ID: Kind.TAX_ID,
    FieldName.IBAN: Kind.IBAN,
    FieldName.ACCOUNT_NUMBER: Kind.ACCOUNT,
    FieldName.PHONE: Kind.PHONE,
    FieldName.ROUTING_NUMBER: Kind.NUMBER,
}
_BY_CUE = {
    Cue.TAX_ID: Kind.TAX_ID,
    Cue.SSN: Kind.SSN,
    Cue.ACCOUNT: Kind.ACCOUNT,
    Cue.PHONE: Kind.PHONE,
    Cue.IBAN: Kind.IBAN,
}
_UNCUED_PHONE = re.compile(
    r"\(?\d{3}\)?[ .\-]{1,2}\d{3}[ .\-]\d{4}|\(?0\d{1,4}\)?(?:[ .\-/]\(?\d{2,8}\)?){1,4}|"
    r"0\d{9,10}|\(\d{2,4}\) ?\d{3,5}[ .\-]?\d{3,5}|[6-9]\d{2}[ .]\d{3}[ .]\d{3}|[6-9]\d{2} \d{2} \d{2} \d{2}|"
    r"\d{2} 9?\d{4}-\d{4}|[6-9]\d{4}[ -]\d{5}|"
    r"[689]\d{3}[ -]\d{4}"
)
_MONEY_BEFORE = re.compile(
    r"[$€£¥₹₦₩₺₫₽฿₱]\s?$|\b(?:usd|eur|gbp|cad|aud|inr|rs\.?|ngn|brl|sgd|jpy|chf|nzd|zar|kr\.?|r\$?)\s?$",
    re.I,
)
_MONEY_AFTER = re.compile(
    r"\s?(?:[$€£¥₹₦₩円]|usd|eur|gbp|cad|aud|inr|ngn|brl|sgd|jpy|chf|nzd|k\b|m\b|yen|dollars?|pounds?|"
    r"rupees|reais|naira|per (?:year|month|annum)|a (?:year|month)|/ ?(?:yr|year|month)|p\.?a\b|"
    r"(?:al|por) a[ñn]o|par an|pro jahr|im jahr|al mes)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:[ ']\d{3})+")


def numbers(view: str, asked: Sequence[FieldName], country: str | None) -> Iterator[Found]:
    """Every run of digits that is long, or that words or the question announce as a secret."""
    floor = 0
    for match in _RUN.finditer(view):
        start, end = match.span()
        digits = sum(char.isdigit() for char in match[0])
        sorted_account = _SORTED.fullmatch(match[0])
        if sorted_account and _speaks_of_account(view, start, floor, asked):
            account = start + sorted_account.start("account")
            yield Found(start, start + sorted_account.end("sort"), Kind.NUMBER)
            yield Found(account, end, Kind.ACCOUNT)
        elif digits >= _SHORT:
            cue = cue_before(view, start, floor) or cue_after(view, end)
            around = _Around(
                view[max(0, start - 8) : start], view[end : end + 16], _is_alone(view, start, end)
            )
            kind = _kind(match[0], digits, cue, asked, country, around)
            if kind is Kind.TAX_ID and (prefix := _PREFIX.search(view, max(0, start - 4), start)):
                start = prefix.start()
            if kind is not None:
                yield Found(start, end, kind)
        floor = end


_SORTED = re.compile(r"(?P<sort>\d{2}-\d{2}-\d{2}|\d{3}-\d{3})[ /]{1,3}(?P<account>\d{6,10})")
""" "30-95-12 00345678": a sort code (or BSB) and the account behind it."""


def _speaks_of_account(view: str, start: int, floor: int, asked: Sequence[FieldName]) -> bool:
    cue = cue_before(view, start, floor)
    return cue in (Cue.ACCOUNT, Cue.ROUTING) or (cue is None and FieldName.ACCOUNT_NUMBER in asked)


class _Around(NamedTuple):
    """What stands beside a run of digits; ``alone`` where the message says little else."""

    before: str
    after: str
    alone: bool


_FEW_WORDS = 5


def _is_alone(view: str, start: int, end: int) -> bool:
    """Whether the message is nothing but this number: "it's 12345678", not an address with a postcode."""
    rest = view[:start] + " " + view[end:]
    return len(rest.split()) <= _FEW_WORDS and not re.search(r"[\d\ue000]", rest)


def _kind(
    run: str, digits: int, cue: Cue | None, asked: Sequence[FieldName], country: str | None, around: _Around
) -> Kind | None:
    if run.startswith("+"):
        return Kind.PHONE if digits >= LONG else None
    if _is_money(run, cue, asked, around.before, around.after):
        return None
    if cue is not None and cue in _BY_CUE and (digits >= LONG or cue in (Cue.TAX_ID, Cue.ACCOUNT, Cue.SSN)):
        return _BY_CUE[cue]
    answer = _answer(asked) if cue is None and (digits >= LONG or _is_short_answer(asked, around)) else None
    is_phone = cue is None and digits >= LONG and _is_phone(run, country, around.before)
    if is_phone and (
        answer is None or Kind.PHONE in _kinds_asked(asked) or not (around.alone and len(asked) == 1)
    ):
        return Kind.PHONE
    if answer is Kind.PHONE and len(_kinds_asked(asked)) > 1:
        return _kinds_asked(asked)[1]
    return answer or (Kind.NUMBER if digits >= LONG else None)


def _is_money(run: str, cue: Cue | None, asked: Sequence[FieldName], before: str, after: str) -> bool:
    bare = run.isdigit() and not run.startswith("0")
    shaped = bool(_THOUSANDS.fullmatch(run)) or bare
    if not shaped:
        return False
    if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after) or cue is Cue.MONEY:
        return True
    if cue is None and FieldName.ANNUAL_REVENUE in asked:
        return True
    return cue is None and ("." in run or (bare and run.endswith("000")))


def _kinds_asked(asked: Sequence[FieldName]) -> list[Kind]:
    return [_BY_FIELD[name] for name in asked if name in _BY_FIELD]


def _answer(asked: Sequence[FieldName]) -> Kind | None:
    """What a bare number is, where the merchant was asked for one."""
    kinds = _kinds_asked(asked)
    return kinds[0] if kinds else None


def _is_short_answer(asked: Sequence[FieldName], around: _Around) -> bool:
    """Whether a few digits answer the question: beside other words they may be a postcode or an amount."""
    return around.alone and FieldName.ADDRESS not in asked


def _is_phone(run: str, country: str | None, before: str) -> bool:
    if re.search(r"[A-Za-z]", run):
        return False
    if _UNCUED_PHONE.fullmatch(run) or before.rstrip(" ,/|·\n").endswith("\ue000"):
        return True
    if country is None or not _has_prefix(run, country):
        return False
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(run, country)) and not run.isdigit()
    except phonenumbers.NumberParseException:
        return False


def _has_prefix(run: str, country: str) -> bool:
    """Whether a number begins as national ones are written: with the 0 where the country has one."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(country)
    prefix = metadata.national_prefix if metadata else None
    return prefix != "0" or run.lstrip("(").startswith("0")
