"""What is to be charged: the expected volume of a month, the average and the highest ticket.

An amount belongs to one of the three by the words beside it ("average basket 35 euros"); one without
such words only where just that was asked. What is told of revenue is none of them.
"""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from cases.application import CHARGED, FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.money import DAY, PER_YEAR, YEAR, Amount, find_amounts, told_by

F = FieldName
LIMIT = 10**13
_I = re.IGNORECASE

_SALE = (
    r"(?:baskets?|tickets?|orders?(?: values?)?|sales?|transactions?|spend(?:s|ing)?|purchases?|bills?|invoices?|"
    r"jobs?|bookings?|payments?|cheques?|checks?|receipts?|carts?|deposits?|items?|products?|customer spend)"
)
_SALE_DE = (
    r"(?:\w*bons?|(?:waren|ein)k[oö]rbe?|einkauf\w*|\w*bestell(?:ung|wert)\w*|verkauf\w*|betrag|beträge|rechnung\w*|"
    r"auftrag\w*|zahlung\w*|transaktion\w*|buchung\w*|kassenbon\w*|artikel|produkt\w*|warenkorb\w*)"
)
_SALE_ES = (
    r"(?:tickets?|tique|compras?|pedidos?|importes?|gastos?|ventas?|facturas?|reservas?|pagos?|cestas?|cobros?|"
    r"productos?|artículos?|operaci[oó]n(?:es)?)"
)
_SALE_FR = (
    r"(?:paniers?|tickets?|achats?|montants?|commandes?|ventes?|factures?|paiements?|additions?|réservations?|"
    r"transactions?|articles?|produits?)"
)

_STRONG: dict[FieldName, str] = {
    F.AVERAGE_TICKET: (
        rf"(?:average|avg\.?|mean|typical|usual|normal) (?:\w+ )?{_SALE}|{_SALE} (?:is |are )?(?:on average|averages?)|"
        r"(?:customers?|clients?|guests|people|they|everyone) (?:usually |typically |normally |mostly )?(?:spend|pay)s?|"
        rf"(?:per|an|each|every) (?:order|sale|transaction|purchase|booking|ticket|customer|visit|head)\b|aov|"
        rf"durchschnittlich\w* {_SALE_DE}|durchschnitts(?:bon|wert|betrag|einkauf|rechnung|bestellung|warenkorb)\w*|"
        rf"(?:pro|je) (?:bestellung|kund\w+|einkauf|verkauf|auftrag|rechnung|bon|buchung|gast)|"
        rf"{_SALE_ES} (?:medi[oa]s?|promedio)|(?:por|cada) (?:pedido|cliente|compra|venta|reserva|mesa)|"
        rf"{_SALE_FR} moyen(?:ne)?s?|(?:par|chaque) (?:commande|client|achat|vente|réservation|panier|ticket)"
    ),
    F.HIGHEST_TICKET: (
        rf"(?:highest|largest|biggest|maximum|max\.?|top|most expensive|dearest) (?:\w+ )?{_SALE}|"
        rf"{_SALE} (?:can |could |go(?:es)? |may )?(?:go |reach |be )?(?:up to|at most)|"
        rf"(?:höchst|größt|teuerst|maximal)\w* {_SALE_DE}|höchst(?:betrag|bon|wert|rechnung)|"
        rf"{_SALE_ES} (?:más (?:alt|grand|car)[oa]s?|máxim[oa]s?|mayor)|(?:mayor|máxim[oa]) {_SALE_ES}|"
        rf"{_SALE_FR} (?:(?:la |le |les )?plus (?:élevée?|grande?|chère?|gros(?:se)?)s?|maxim(?:al|um)\w*)|"
        rf"(?:plus (?:grosse?|grande?|élevée?|chère?) {_SALE_FR})"
    ),
    F.EXPECTED_MONTHLY_VOLUME: (
        r"(?:card|terminal|processing|payment|expected|monthly)[- ](?:\w+ )?(?:volumes?|turnover|sales|takings|payments)|"
        r"\bvolumes?\b|(?:by|on|in|through|via|over|with) (?:the )?(?:cards?|your terminals?|terminals?)|"
        r"(?:through|via|over|with) you\b|card (?:payments?|sales|takings|turnover|transactions)|"
        r"process(?:ing)? (?:about|around|roughly|some|up to|maybe|through)|to process|in card payments|"
        r"karten(?:umsatz|umsätze|zahlungen|volumen|einnahmen)\w*|(?:über|mit|per|via) (?:die )?karten?(?:zahlung\w*)?|"
        r"(?:monats|zahlungs|monatliche[sn]? )?volumen|über (?:sie|euch)\b|"
        r"(?:con|por|a través de) (?:la )?tarjetas?|volumen(?: mensual)?|cobros? con tarjeta|"
        r"(?:par|en) cartes?(?: bancaires?)?|volume(?: mensuel)?|encaissements?|encaisser(?:ions|ons)?"
    ),
}
_WEAK: dict[FieldName, str] = {
    F.AVERAGE_TICKET: (
        r"average[sd]?|avg\.?|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?|mostly|"
        r"im schnitt|durchschnitt\w*|normalerweise|meist(?:ens)?|"
        r"medi[oa]|promedio|normalmente|en moyenne|moyenne?|d['’]habitude|habituellement"
    ),
    F.HIGHEST_TICKET: (
        r"highest|largest|biggest|max(?:imum|imal)?\.?|at (?:the )?most|up to|top|dearest|most expensive|"
        r"höchst\w*|größt\w*|teuerst\w*|bis zu|maximal\w*|"
        r"máxim[oa]s?|más (?:alt|grand|car)[oa]s?|hasta|como mucho|mayor|"
        r"au (?:plus|maximum)|maximale?|jusqu['’]à|plus (?:élevée?|grande?|chère?|grosse?)"
    ),
    F.EXPECTED_MONTHLY_VOLUME: (
        r"(?:a|per|each|every|/) ?month|monthly|im monat|pro monat|monatlich\w*|al mes|por mes|mensual\w*|"
        r"par mois|mensuel\w*"
    ),
}
"""Words that tell which of them is meant once they are what was asked about."""

_CUES = {
    strength: {name: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", _I) for name, words in table.items()}
    for strength, table in (("strong", _STRONG), ("weak", _WEAK))
}
_REVENUE = re.compile(
    r"(?<![^\W_])(?:revenues?|turnover|turn over|income|gross(?:es|ed|ing)?|annual sales|yearly sales|"
    r"(?:jahres)?umsatz|umsätze|einnahmen|erlöse?|facturaci[oó]n|facturamos|facturo|ingresos|"
    r"chiffre d['’]affaires|c\.?a\.?|recettes)(?![^\W_])",
    _I,
)
_NO_MONEY = re.compile(
    r"\s?(?:%|per ?cent|prozent|por ?ciento|pour ?cent|(?:business |working |werk|arbeits)?(?:days?|tage?n?|d[ií]as?|jours?)|"
    r"weeks?|wochen?|semanas?|semaines?|months?|monaten?|meses|mois|hours?|stunden?|horas?|heures?|"
    r"years?|jahren?|años?|ans?\b|people|staff|employees|mitarbeiter\w*|emplead\w+|employés|"
    r"orders?|customers?|sales|transactions?|bestellungen|kunden|pedidos|clientes|commandes|clients)\b",
    _I,
)
_CLAUSE_END = re.compile(r"[.!?;\n](?=\s|$)|,(?=\s)|\s[–—-]\s")


class Charge(NamedTuple):
    """An amount that is to be charged: where its words stand, which it is, whole units of currency.

    ``cued``: whether its own words say which of the three it is, and not the question alone.
    """

    start: int
    end: int
    name: FieldName
    value: int
    cued: bool


class _Place(NamedTuple):
    """An amount, the words that are its own, and the cue among them, if any."""

    amount: Amount
    start: int
    end: int
    name: FieldName | None
    cued: bool
    is_revenue: bool


def find_charges(text: str, asked: Collection[FieldName] = ()) -> list[Charge]:
    """The amounts of a text that are one of the three; ``asked``: what the text answers."""
    places = _places(text, asked)
    told = [(place, place.name) for place in places if place.name is not None]
    names = {name for _, name in told}
    open_names = [name for name in CHARGED if name in asked and name not in names]
    bare = _bare(places)
    if len(bare) == len(open_names) or (bare and len(open_names) == 1):
        told += zip(bare, open_names, strict=False)
    charges = [
        Charge(*_span(place, text), name, value, place.cued)
        for place, name in told
        if (value := _value(place.amount, name)) is not None
    ]
    return sorted(charges)


def parse(name: FieldName, raw: object) -> int:
    """A whole amount from a number or from words such as "20k a month"; raises Invalid."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw <= LIMIT:
        return _whole(raw)
    if isinstance(raw, str) and not raw.strip().startswith("-"):
        amounts = find_amounts(raw)
        value = _value(amounts[0], name) if len(amounts) == 1 else None
        if value is not None and value <= LIMIT:
            return value
    raise Invalid("This is an amount, such as 20,000.", code=f"invalid_{name.value}")


def ground(name: FieldName, value: int, words: str, context: Context) -> int:
    """The amount, if the words state it as just this one; or Ungrounded."""
    for place in _places(words, context.asked):
        may_be = place.name is name or (place.name is None and name in context.asked and not place.is_revenue)
        if may_be and _value(place.amount, name) == value <= LIMIT:
            return value
    raise Ungrounded("The words do not state this amount.")


def _places(text: str, asked: Collection[FieldName]) -> list[_Place]:
    words = [match.span() for cue in _CUES["strong"].values() for match in cue.finditer(text)]
    amounts = [
        one
        for one in find_amounts(text)
        # "Ticket medio" holds the word for a half.
        if not (
            _NO_MONEY.match(text, one.end)
            or _OF_A_NUMBER.match(text, one.start)
            or _TAKEN_BACK.search(text[: one.start])
            or any(low <= one.start < high for low, high in words)
        )
    ]
    if any(_CUES["strong"][name].search(text) for name in _TICKETS):
        asked = {*asked, *_TICKETS}  # "The average order is 35 and the largest 400"
    return [_place(text, amounts, index, asked) for index in range(len(amounts))]


_TAKEN_BACK = re.compile(r"\b(?:not|nicht|keine?|no|pas)\W*$", _I)
"""Before an amount that somebody takes back: "45, not 35"."""
_OF_A_NUMBER = re.compile(r"0\d")
"""What begins with a nought is part of a number by which something is called, and no amount."""
_TICKETS = (F.AVERAGE_TICKET, F.HIGHEST_TICKET)


def _place(text: str, amounts: list[Amount], index: int, asked: Collection[FieldName]) -> _Place:
    amount = amounts[index]
    low = told_by(text, amounts, index - 1) if index else 0
    high = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    ends = list(_CLAUSE_END.finditer(text))
    low = max([low, *(end.end() for end in ends if end.end() <= amount.start)])
    high = min([high, *(end.start() for end in ends if end.start() >= amount.end)])
    strong = _nearest(text, amount, low, high, "strong", asked)
    weak = _nearest(text, amount, low, high, "weak", asked) if set(CHARGED) & set(asked) else None
    name, cue = strong or weak or (None, None)
    own = text[low:high]
    unsaid = own.replace(text[cue[0] : cue[1]], " ") if cue else own
    is_revenue = bool(_REVENUE.search(unsaid))
    if is_revenue and name is F.EXPECTED_MONTHLY_VOLUME:
        name = cue = None
    cued = strong is not None and name is not None
    is_short = len((own if weak else text).split()) <= _SHORT
    may_be_money = amount.currency or amount.scaled or amount.period or is_short
    return _Place(
        amount, low, high, name if cued or may_be_money else None, cued, is_revenue or not may_be_money
    )


_SHORT = 5
"""Words of an answer around a bare number: where there are more, it is not clear that it is money."""


def _nearest(
    text: str, amount: Amount, low: int, high: int, strength: str, asked: Collection[FieldName]
) -> tuple[FieldName, tuple[int, int]] | None:
    """The cue nearest to the amount; of two as near the one in front."""
    found: list[tuple[int, int, FieldName, tuple[int, int]]] = []
    for name, cue in _CUES[strength].items():
        unasked_volume = name is F.EXPECTED_MONTHLY_VOLUME and name not in asked
        if unasked_volume and (strength == "weak" or amount.period in (None, DAY)):
            continue
        if strength == "weak" and name not in asked:
            continue
        for match in cue.finditer(text, low, high):
            behind = match.start() >= amount.end
            distance = match.start() - amount.end if behind else max(0, amount.start - match.end())
            found.append((distance, behind, name, match.span()))
    if not found:
        return None
    _, _, name, span = min(found)
    return name, span


def _bare(places: Sequence[_Place]) -> list[_Place]:
    """The amounts that nothing names; where some look like money, only those."""
    unnamed = [place for place in places if place.name is None and not place.is_revenue]
    clear = [p for p in unnamed if p.amount.currency or p.amount.scaled or p.amount.period]
    return clear or unnamed


def _span(place: _Place, text: str) -> tuple[int, int]:
    """The words of an amount: its own clause, from its cue on where other words stand before it."""
    words = text[place.start : place.end]
    start = place.start + len(words) - len(words.lstrip())
    end = place.start + len(words.rstrip())
    return start, end


def _value(amount: Amount, name: FieldName) -> int | None:
    """In whole units; a volume for a month. None for takings by the day, which tell no month."""
    if name is not F.EXPECTED_MONTHLY_VOLUME or amount.period is None:
        return _whole(amount.value)
    if amount.period == DAY:
        return None
    return _whole(amount.value * PER_YEAR.get(amount.period, PER_YEAR[YEAR]) / 12)


def _whole(value: float) -> int:
    """Rounded to the nearest whole unit, half of one up."""
    return int(value + 0.5)
