"""Words that say what the number after (or before) them is, by kind, in several languages."""

from __future__ import annotations

import re
from enum import StrEnum


class Cue(StrEnum):
    """What a number is, by the words beside it; those from ROUTING on stay in clear or NUMBER."""

    TAX_ID = "TAX_ID"
    SSN = "SSN"
    ACCOUNT = "ACCOUNT"
    PHONE = "PHONE"
    IBAN = "IBAN"
    ROUTING = "ROUTING"
    LICENCE = "LICENCE"
    COMPANY = "COMPANY"
    MONEY = "MONEY"


_WORDS: dict[Cue, tuple[str, ...]] = {
    Cue.TAX_ID: (
        r"e\.?i\.?n",
        r"fein",
        r"t\.?i\.?n",
        r"tax\s?payer(?: id\w*)?",
        r"tax",
        r"v\.?a\.?t",
        r"utr",
        r"gst(?:in|/hst)?",
        r"hst",
        r"qst",
        r"pan",
        r"abn",
        r"bn",
        r"business number",
        r"cnpj",
        r"cpf/cnpj",
        r"uen",
        r"rfc",
        r"ruc",
        r"nit",
        r"cuit",
        r"c\.?i\.?f",
        r"n\.?i\.?f",
        r"nipc",
        r"contribuinte",
        r"iva",
        r"t\.?v\.?a",
        r"siren",
        r"siret",
        r"num[ée]ro fiscal",
        r"n[úu]mero fiscal",
        r"fiscal(?: number| code)?",
        r"ust\.?-?id\w*\.?(?:-?nr)?",
        r"u\.?st\.?-?id\.?-?nr",
        r"umsatzsteuer-?id\w*",
        r"uid",
        r"steuernummer",
        r"st\w{2,4}r-?nr",
        r"st\.?-?nr",
        r"mwst(?:-?nr)?",
        r"atu",
        r"p\.? ?iva",
        r"partita iva",
        r"btw(?:-?(?:nr|nummer|id))?",
        r"rsin",
        r"omzetbelasting\w*",
        r"nip",
        r"cvr",
        r"mva",
        r"moms",
        r"organisationsnummer",
        r"corporate number",
        r"法人番号",
        r"登録番号",
        r"employer id\w*(?: number)?",
        r"id fiscal\w*",
    ),
    Cue.SSN: (
        r"s\.?s\.?n",
        r"social(?: security)?(?: insurance)?",
        r"sin",
        r"itin",
        r"national insurance",
        r"nino",
        r"ni (?:no|number)",
        r"aadhaa?r",
        r"dni",
        r"nie",
        r"cpf",
        r"passport",
        r"driver'?s? licen[cs]e",
        r"driving licen[cs]e",
        r"bvn",
        r"nin",
        r"nric",
        r"fin no",
        r"curp",
        r"ahv",
        r"avs",
        r"bsn",
        r"burgerservicenummer",
        r"personalausweis\w*",
        r"ausweis\w*",
        r"sozialversicherungs\w*",
        r"sv-?nummer",
        r"steuer-?id(?:entifikationsnummer)?",
        r"seguridad social",
        r"s[ée]curit[ée] sociale",
        r"numero di previdenza",
        r"codice fiscale personale",
        r"pps(?:n)?",
        r"tfn",
        r"medicare",
        r"id card",
        r"identity card",
        r"national id(?:entity)?",
        r"pasaporte",
        r"passeport",
        r"reisepass",
        r"passaporto",
        r"passaporte",
        r"paspoort",
        r"マイナンバー",
    ),
    Cue.ACCOUNT: (
        r"accounts?",
        r"acct?s?",
        r"a/c",
        r"ac(?: no)?",
        r"konto(?:nummer|-?nr)?",
        r"cuenta",
        r"compte",
        r"conta(?: corrente)?",
        r"conto",
        r"rekening(?:nummer|-?nr)?",
        r"nuban",
        r"clabe",
        r"口座番号",
        r"口座",
    ),
    Cue.PHONE: (
        r"tele(?:phone|fon|foon)",
        r"t[eé]l[eé]f[oó]no",
        r"telefon\w*",
        r"t(?:el|l)fn?o?",
        r"tfno",
        r"f[oô]ne",
        r"t[ée]l[ée]phone",
        r"telefone",
        r"tel",
        r"t[ée]l",
        r"phone",
        r"ph",
        r"cell(?:phone|ulare)?",
        r"celular",
        r"mobiele?",
        r"mob",
        r"mobil\w*",
        r"m[óo]vil",
        r"handy\w*",
        r"portable",
        r"gsm",
        r"fax",
        r"call",
        r"ring",
        r"whats ?app",
        r"contact number",
        r"my number",
        r"m(?:ein|i|on)e? num(?:mer|ero|éro)",
        r"text",
        r"sms",
        r"reach",
        r"dial",
        r"landline",
        r"fixe",
        r"fijo",
        r"festnetz",
        r"rufnummer",
        r"direct",
        r"hotline",
        r"m",
        r"t",
        r"f",
        r"p",
        r"電話",
        r"携帯",
    ),
    Cue.IBAN: (r"iban",),
    Cue.ROUTING: (
        r"routing",
        r"rtn",
        r"aba",
        r"transit",
        r"sort ?code",
        r"bsb",
        r"ifsc",
        r"blz",
        r"bankleitzahl",
        r"branch",
        r"institution",
        r"swift",
        r"bic",
        r"agencia",
        r"ag[êe]ncia",
        r"bank code",
        r"支店番号",
    ),
    Cue.LICENCE: (
        r"licen[cs]es?",
        r"licencia",
        r"licen[çc]a",
        r"licenza",
        r"lizenz\w*",
        r"permits?",
        r"permis",
        r"permiso",
        r"registration",
        r"registered",
        r"certificate",
        r"cert",
        r"ffl",
        r"nmls",
        r"fssai",
        r"alvar[áa]",
        r"autorisation",
        r"autorizaci[óo]n",
        r"autorizzazione",
        r"autoriza[çc][ãa]o",
        r"erlaubnis\w*",
        r"genehmigung\w*",
        r"konzession\w*",
        r"zulassung\w*",
        r"gewerbe\w*",
        r"vergunning\w*",
        r"agr[ée]ment",
        r"nafdac",
        r"cqc",
        r"fca",
        r"sia",
        r"dea",
        r"許可番号",
        r"許可",
        r"免許",
    ),
    Cue.COMPANY: (
        r"company (?:no|number|reg\w*)",
        r"companies house",
        r"crn",
        r"rc",
        r"cac",
        r"hrb",
        r"hra",
        r"kvk",
        r"rcs",
        r"cro",
        r"cin",
        r"acn",
        r"nire",
        r"fn",
        r"firmenbuch\w*",
        r"handelsregister",
        r"order",
        r"invoice",
        r"ticket",
        r"reference",
        r"ref",
        r"case",
        r"policy",
        r"lot",
        r"serial",
    ),
    Cue.MONEY: (
        r"turnover",
        r"turn over",
        r"revenues?",
        r"sales",
        r"gross(?:es|ed)?",
        r"takings",
        r"umsatz",
        r"chiffre d'affaires",
        r"facturaci[óo]n",
        r"facturamos",
        r"faturamento",
        r"faturamos",
        r"fatturato",
        r"omzet",
        r"ingresos",
        r"ventas",
        r"receita",
        r"usd",
        r"eur",
        r"gbp",
        r"cad",
        r"aud",
        r"inr",
        r"ngn",
        r"brl",
        r"sgd",
        r"jpy",
        r"chf",
        r"rs",
        r"yen",
        r"income",
        r"volume",
        r"billings?",
    ),
}

_BEFORE = re.compile(
    "|".join(
        rf"(?P<{cue.value}>(?<![a-z0-9À-ÿ])(?:{'|'.join(words)})(?![a-zÀ-ÿ]))"
        for cue, words in _WORDS.items()
    )
)
_WINDOW = 48
_STOP = re.compile(r"[\n;?!\ue000]|\s/\s|\.\s|⟧|\s[|•·]\s")


def cue_before(view: str, start: int, floor: int) -> Cue | None:
    """The nearest cue in front of a position, in the same sentence and not before ``floor``."""
    window = view[max(floor, start - _WINDOW) : start].lower()
    stops = [stop.end() for stop in _STOP.finditer(window) if not _abbreviates(window, stop)]
    window = window[stops[-1] :] if stops else window
    return _last_cue(window)


def _abbreviates(window: str, stop: re.Match[str]) -> bool:
    """Whether a full stop belongs to "no. 123" or "Nr. 5" and ends no sentence."""
    return bool(re.search(r"\b(?:nos?|nrs?|núm|num|tel|ph|idnr|id|acc|acct|mob|st)$", window[: stop.start()]))


def _last_cue(window: str) -> Cue | None:
    found = list(_BEFORE.finditer(window))
    # Two cues side by side speak together: "tax account", "VAT registration", "GST phone".
    for earlier, later in zip(found[-2:], found[-1:], strict=False):
        if later.lastgroup in (Cue.LICENCE, Cue.COMPANY) and later.start() - earlier.end() <= 2:
            return Cue(str(earlier.lastgroup))
    return Cue(str(found[-1].lastgroup)) if found else None


_AFTER = re.compile(
    r"^[\s,]{0,2}(?:is|are|was|es|est|ist|é|è|\()\s?(?:our|my|the|the firm's|nuestro|notre|unsere?|nosso)?"
    r"\s?([^\n.,;]{2,32})"
)


def cue_after(view: str, end: int) -> Cue | None:
    """The cue of "… is our VAT number", which follows the number."""
    found = _AFTER.match(view[end : end + 60].lower())
    return _last_cue_first(found[1]) if found else None


def _last_cue_first(words: str) -> Cue | None:
    found = _BEFORE.search(words)
    return Cue(str(found.lastgroup)) if found and found.start() <= 12 else None
