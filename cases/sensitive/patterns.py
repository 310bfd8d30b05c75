"""Sensitive values that are known by their own shape, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.us import rtn

from cases.sensitive.kinds import Found, Kind

_NOT_IN_WORD = r"(?<![A-Za-z0-9])"
_ENDS_WORD = r"(?![A-Za-z0-9])"

_EMAIL = re.compile(
    r"(?<![^\s<>()\[\],;:\"'|/])[^\s@<>()\[\],;:\"'|/⟦⟧]{1,64}(?: ?@ ?|＠)"
    r"[^\s<>()\[\],;:\"'|/⟦⟧]{1,190}"
)
_HANDLE = re.compile(r"\s@\w+$")
""" "Our insta is @inkandivory": a name on a platform, with a word in front of it."""

_EMAIL_IN_WORDS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?(?:\(at\)|\[at\]|\{at\}|\bat\b|\barroba\b|\bAT\b) ?[\w-]{1,63}"
    r"(?: ?(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b|\bDOT\b|\bpunto\b|\bpunkt\b|\bpoint\b) ?[\w-]{2,63}"
    r"|\.[a-z]{2,24}(?=.{0,1}$|[\s,;]))"
)


def emails(view: str) -> Iterator[Found]:
    """E-mail addresses, malformed and spelled-out ones ("bob (at) x dot com") too."""
    for match in _EMAIL.finditer(view):
        written = match[0].rstrip(".!?*_~}>")
        if "@" in written and re.search(r"@ ?\w", written) and not _HANDLE.search(written):
            yield Found(match.start(), match.start() + len(written), Kind.EMAIL)
    for match in _EMAIL_IN_WORDS.finditer(view):
        if re.search(r"[(\[{](?:at)[)\]}]|\b(?:dot|punto|punkt|arroba|DOT)\b", match[0]):
            yield Found(match.start(), match.end(), Kind.EMAIL)


_IBAN_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI FO GL NL SD FK",
        19: "MK SI",
        20: "AT BA EE KZ LT LU XK MN",
        21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS VA",
        23: "AE GI IL IQ OM SO TL",
        24: "AD CZ ES MD PK RO SA SE SK TN VG DZ",
        25: "LY PT ST",
        26: "IS TR",
        27: "FR GR IT MC MR SM BI DJ",
        28: "AL AZ BY CY DO GT HU LB NI PL SV",
        29: "BR EG PS QA UA",
        30: "JO KW MU YE",
        31: "MT SC",
        32: "LC",
        33: "RU",
    }.items()
    for country in countries.split()
}
"""Length of an IBAN by country (SWIFT IBAN registry)."""

_IBAN_START = re.compile(_NOT_IN_WORD + r"[A-Za-z]{2} ?\d{2}(?=[ -]?[A-Za-z0-9])")
_IBAN_PART = re.compile(r"[ \-.\u200b]?[A-Za-z0-9]")
_IBAN_CUE = re.compile(r"iban\W{0,4}(?:\w{1,10}\W{1,3}){0,3}$", re.IGNORECASE)


def ibans(view: str) -> Iterator[Found]:
    """IBANs: of the right length for their country, or after the word; wrong check digits too."""
    for match in _IBAN_START.finditer(view):
        length = _IBAN_LENGTHS.get(match[0][:2].upper())
        if length is None:
            continue
        cued = bool(_IBAN_CUE.search(view[max(0, match.start() - 40) : match.start()]))
        end = _iban_end(view, match.start(), length)
        written = view[match.start() : end or match.end()]
        likely = end is not None and (sum(map(str.isdigit, written)) >= length // 2)
        if end is not None and (likely or cued or iban.is_valid(written, check_country=False)):
            yield Found(match.start(), end, Kind.IBAN)
        elif cued and (loose := _loose_end(view, match.end())) - match.start() >= 10:
            yield Found(match.start(), loose, Kind.IBAN)


def _iban_end(view: str, at: int, length: int) -> int | None:
    """Where the given count of letters and digits is reached, if a written group ends there."""
    end, counted = at, 0
    while counted < length and (part := _IBAN_PART.match(view, end)):
        end, counted = part.end(), counted + 1
    ends_group = end >= len(view) or not (view[end].isascii() and view[end].isalnum())
    return end if counted == length and ends_group else None


def _loose_end(view: str, at: int) -> int:
    """The end of the groups that go on with digits in them."""
    groups = re.compile(r"(?:[ \-.]?(?=[A-Z]{0,6}[0-9])[A-Za-z0-9]{1,34}){1,12}").match(view, at)
    return groups.end() if groups else at


_SSN = re.compile(r"(?<![\d])(?<!\d[-.])\d{3}[\W_]{1,3}\d{2}[\W_]{1,3}\d{4}(?!\d)(?![-.]\d)")
_NINO = re.compile(
    _NOT_IN_WORD + r"[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]" + _ENDS_WORD, re.IGNORECASE
)
_NRIC = re.compile(_NOT_IN_WORD + r"[STFGM]\d{7}[A-Z]" + _ENDS_WORD)
_DNI = re.compile(_NOT_IN_WORD + r"(?:\d{8}-?[A-HJ-NP-TV-Z]|[XYZ]-?\d{7}-?[A-Z])" + _ENDS_WORD)
_CPF = re.compile(_NOT_IN_WORD + r"\d{3}\.\d{3}\.\d{3}-\d{2}" + _ENDS_WORD)
_CODICE_FISCALE = re.compile(
    _NOT_IN_WORD + r"[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]" + _ENDS_WORD, re.IGNORECASE
)
_NIR = re.compile(_NOT_IN_WORD + r"[12] ?\d{2} ?[01]\d ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}" + _ENDS_WORD)
_AHV = re.compile(_NOT_IN_WORD + r"756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}" + _ENDS_WORD)


def social_security(view: str, asked_for_tax: bool) -> Iterator[Found]:
    """Numbers that identify a person: social security, insurance and identity card numbers.

    A Spanish one that is given as the tax number of a business, or where that was asked for, is that.
    """
    for pattern in (_SSN, _NINO, _NRIC, _DNI, _CPF, _CODICE_FISCALE, _NIR, _AHV):
        for match in pattern.finditer(view):
            before = view[max(0, match.start() - 30) : match.start()]
            taxed = pattern is _DNI and (
                _NIF.search(before) or (asked_for_tax and not _IDENTITY_CARD.search(before))
            )
            yield Found(match.start(), match.end(), Kind.TAX_ID if taxed else Kind.SSN)


_NIF = re.compile(
    r"\bn\.?i\.?f\.?\W{0,3}(?:(?:es|del?|negocio|autónoma|autónomo|mi|el|número)\W+){0,3}$", re.I
)
"""Who trades in their own name in Spain has the number of their identity card for a tax number."""

_IDENTITY_CARD = re.compile(r"\b(?:d\.?n\.?i|n\.?i\.?e|documento)\b", re.I)

_VAT = (
    r"ATU ?\d{4} ?\d{4}|BE ?[01]\d{3}[. ]?\d{3}[. ]?\d{3}|DE ?\d{3} ?\d{3} ?\d{3}|DK ?(?:\d{2} ?){4}|"
    r"ES ?[A-Z]\d{7}[A-Z\d]|FI ?\d{8}|FR ?[A-Z\d]{2} ?\d{3} ?\d{3} ?\d{3}|"
    r"GB ?\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?|IE ?\d[A-Z\d+*]\d{5}[A-Z]{1,2}|IT ?\d{11}|LU ?\d{8}|"
    r"NL ?\d{4}[. ]?\d{2}[. ]?\d{3}[. ]?B ?\d{2}|PL ?\d{10}|PT ?\d{3} ?\d{3} ?\d{3}|SE ?\d{12}|"
    r"CHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}(?: (?:MWST|TVA|IVA))?"
)
_COMPANY_TAX = (
    r"\d{2}-\d{7}(?![-\d])|\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]|\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}|"
    r"\d{9} ?R[TCPMZ] ?\d{4}|(?:19|20)\d{7}[A-Z]|[A-HJNP-SUVW]-?\d{8}|[A-Z]{5}\d{4}[A-Z]|"
    r"\d{2,3}/\d{3}/\d{4,5}(?![/\d])"
)
_TAX_SHAPE = re.compile(_NOT_IN_WORD + rf"(?:{_VAT}|{_COMPANY_TAX})" + _ENDS_WORD)


def tax_ids(view: str) -> Iterator[Found]:
    """EIN, EU and Swiss VAT numbers, Steuernummer, GSTIN, CNPJ, BN, UEN, CIF and PAN, by their shape."""
    for match in _TAX_SHAPE.finditer(view):
        yield Found(match.start(), match.end(), Kind.TAX_ID)


_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_MONTH = r"[A-Za-zÀ-ÿ]{3,10}\.?"
_DATE = (
    rf"(?:\d{{1,4}}[/.\-]\s?\d{{1,2}}[/.\-]\s?\d{{1,4}}|{_DAY} (?:of |de |d')?{_MONTH},? (?:de )?\d{{2,4}}|"
    rf"{_MONTH} {_DAY},? \d{{4}}|\d{{6,8}})"
)
_BIRTH = re.compile(
    r"(?:\bborn\b|\bdob\b|\bd\.o\.b\.?|date of birth|birth ?da(?:te|y)|\bnacid[oa]\b|\bnac[íi]\b|"
    r"fecha de nacimiento|\bnée? le\b|date de naissance|\bgeb(?:oren|urtsdatum)?\b\.?|\bnascid[oa]\b|"
    r"\bnasci\b|data de nascimento|\bnat[oa] il\b|data di nascita|geboortedatum|生年月日)"
    rf"(?:[:\s]|is|was|on|the|am|el|le|il|em|op|-){{0,6}}(?P<date>{_DATE})",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(
    _NOT_IN_WORD
    + r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-](?:19\d\d|200\d)|(?:19\d\d|200\d)[/.\-]\d{1,2}[/.\-]\d{1,2})"
    + _ENDS_WORD
)
_FOUNDING = re.compile(
    r"since|open|found|establish|start|incorporat|register|launch|trading|desde|abr|fund|depuis|"
    r"ouver|cré|seit|gegr|eröff|dal|sinds|opgericht|begann?|aberto|aperto",
    re.IGNORECASE,
)


def birth_dates(view: str) -> Iterator[Found]:
    """Dates said to be someone's birth, and full dates long ago that nothing calls a founding."""
    for match in _BIRTH.finditer(view):
        yield Found(match.start("date"), match.end("date"), Kind.BIRTH_DATE)
    for match in _FULL_DATE.finditer(view):
        if not _FOUNDING.search(view[max(0, match.start() - 50) : match.start()]):
            yield Found(match.start(), match.end(), Kind.BIRTH_DATE)


_ROUTING = re.compile(
    r"(?:routing|\baba|\brtn|transit)(?:[\s:#=/\-]|\b(?:no|nr|number|num|is|aba|rtn|transit|code|and|"
    r"account|acct|routing)\b\.?){0,8}"
    r"(?P<number>\d{9})(?![\d\-])",
    re.IGNORECASE,
)
_CLEAR = (
    re.compile(
        r"(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|ufer|\b(?:calle|avenida|plaza|carrer|via|viale|"
        r"corso)\s[^\d\n,;]{2,40})\s\d{1,4} ?[a-z]? \d{5}(?!\d)",
        re.IGNORECASE,
    ),  # "karl-liebknecht-straße 88 04275 leipzig"
    re.compile(r"https?://[^\s<>\"]{3,300}|\bwww\.[^\s<>\"]{3,300}", re.IGNORECASE),
    re.compile(r"\b[A-Z]{2},? \d{5}-\d{4}(?!\d)"),  # ZIP+4 behind a state
    re.compile(_NOT_IN_WORD + r"\d{5}-\d{3}(?![\d-])"),  # CEP, Brazil
    re.compile(_NOT_IN_WORD + r"\d{4}-\d{3}(?![\d-])"),  # Portugal
    re.compile(r"〒 ?\d{3}-\d{4}"),
    re.compile(_NOT_IN_WORD + r"\d{3}-\d{4}(?=,? ?(?:Japan|Tokyo|Osaka|Kyoto|日本))"),
    re.compile(
        r"\b(?:Japan|Tokyo|Osaka|Kyoto|[\w-]{2,20}-(?:ku|shi|fu|ken|to))\b,? \d{3}-\d{4}(?!\d)",
        re.I,
    ),
    re.compile(_NOT_IN_WORD + r"(?:19|20)\d\d[/.\-]\d{1,2}[/.\-]\d{1,2}(?!\d)"),
    re.compile(_NOT_IN_WORD + r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d(?!\d)"),
)


def left_in_clear(view: str) -> Iterator[Found]:
    """Long numbers that are no secret: valid ABA numbers after their word, links, postcodes, dates."""
    for match in _ROUTING.finditer(view):
        if rtn.is_valid(match["number"]):
            yield Found(match.start("number"), match.end("number"), None)
    for pattern in _CLEAR:
        for match in pattern.finditer(view):
            yield Found(match.start(), match.end(), None)
