"""Amounts of money in a text: currency, ranges ("900k to 1.1m"), and the period they are for."""

from __future__ import annotations

import re
from typing import NamedTuple

from cases.fields.currency import Mark, find_marks
from cases.fields.numbers import Quantity, find_numbers

YEAR, MONTH, WEEK, QUARTER, DAY = "year", "month", "week", "quarter", "day"
PER_YEAR: dict[str, int] = {YEAR: 1, QUARTER: 4, MONTH: 12, WEEK: 52}
"""How often a period fits in a year; takings by the day depend on opening days, so they are not used."""


class Amount(NamedTuple):
    """An amount (of a range its middle) as stated; ``period`` None where the text names none."""

    start: int
    end: int
    value: float
    currency: Mark | None
    period: str | None
    scaled: bool

    @property
    def a_year(self) -> int | None:
        """The amount of a year in whole units, None for a period that cannot be converted."""
        factor = PER_YEAR.get(self.period or YEAR)
        return None if factor is None else round(self.value * factor)


_GAP = re.compile(r"[\s~]{0,3}")
_GAP_AFTER = re.compile(r"[\s)]{0,2}(?:of |d'|de |di )?")
_RANGE = re.compile(
    r"\s*(?:-|–|—|\bto\b|\band\b|\bup to\b|\ba\b|\by\b|\bà\b|\bet\b|\bbis(?: zu)?\b|\bund\b|\be\b|\bed\b|"
    r"\btot\b|\ben\b|\bor\b|\baté\b|\bhasta\b|~)\s*",
    re.IGNORECASE,
)
_NEEDS_BETWEEN = re.compile(r"^\s*(?:and|y|et|und|e|ed|en)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|entre|zwischen|tra|fra|tussen)\b[^.;\n]{0,25}$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:went|gone|grew|grown|rose|risen|jumped|climbed|increased|dropped|fell|moved|passed|pas[oó]|"
    r"subi[oó]|"
    r"passé|stieg|gestiegen|gewachsen|passou|passato)\b[^.;\d]{0,20}\b(?:from|de|von|da|van)\s*$",
    re.IGNORECASE,
)
""" "From 200k to 260k" is a range, "went from 200k to 260k" is not: the second figure holds."""

_PERIOD_WORDS: dict[str, str] = {
    MONTH: r"months?|mth|mo|mes(?:es)?|mois|monat|mês|mese|maand",
    WEEK: r"weeks?|wk|semana|semaine|woche|settimana",
    QUARTER: r"quarters?|trimestre|quartal|kwartaal",
    DAY: r"days?|día|dia|jour|tag|giorno|dag",
    YEAR: r"years?|yr|annum|año|ano|an|année|jahr|anno|jaar|exercice|ejercicio",
}
_PER = (
    r"(?:a|an|per|each|every|last|/|the|al|por|cada|par|pro|im|am|in der|ao|à|al|il|de|het|any|in a|in an|"
    r"chaque|jeden|ogni|elke|a la|à la|alla|en una?|in einer?m?)"
    r"(?: (?:typical|normal|average|good|decent|usual|ordinary|single|durchschnittlichen|guten|buen))?"
)
_PER_AFTER = {
    period: re.compile(rf"^[^.;!?\n]{{0,26}}?(?:\b{_PER} |/ ?|\bp(?:er|/|\.)\s?)(?:{words})\b", re.IGNORECASE)
    for period, words in _PERIOD_WORDS.items()
}
_ADVERBS = {
    MONTH: r"monthly|mrr\b|p\.?c\.?m\b|p/m|pm\b(?=\W|$)|mensual(?:es|mente)?|mensuel(?:le|lement)?s?|"
    r"monatlich\w*|mensa(?:l|is|lmente)|mensil\w*|maandelijks\w*",
    WEEK: r"weekly|p/w|semanal\w*|hebdomadaire\w*|wöchentlich\w*|settimanal\w*|wekelijks\w*",
    QUARTER: r"quarterly|trimestral\w*|trimestriel\w*|quartalsweise|trimestral\w*",
    DAY: r"daily|diari[oa]s?|quotidien\w*|täglich\w*|giornalier\w*|dagelijks\w*",
    YEAR: r"annual(?:ly)?|yearly|p\.?a\b\.?|anual\w*|annuel\w*|jährlich\w*|annu[oi]|annual\w*|jaarlijks\w*",
}
_ADVERB = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _ADVERBS.items()), re.I)


def find_amounts(text: str) -> list[Amount]:
    """Every number of a text that may be an amount, ranges joined, with currency and period."""
    marks = find_marks(text)
    single = [_single(text, quantity, marks) for quantity in find_numbers(text)]
    joined: list[Amount] = []
    at = 0
    while at < len(single):
        quantity, amount = single[at]
        if at + 1 < len(single) and _is_range(text, *single[at], *single[at + 1]):
            amount = _range(quantity, amount, *single[at + 1])
            at += 1
        joined.append(amount)
        at += 1
    scaled = [_rescaled(text, joined, index) for index in range(len(joined))]
    told = [amount._replace(period=_period(text, scaled, index)) for index, amount in enumerate(scaled)]
    return [_of_a_season(text, amount) for amount in told]


def _single(text: str, quantity: Quantity, marks: list[Mark]) -> tuple[Quantity, Amount]:
    start, end, value = quantity.start, quantity.end, quantity.value
    before = next(
        (m for m in marks if start - 6 <= m.end <= start and _GAP.fullmatch(text, m.end, start)), None
    )
    after = next(
        (m for m in marks if end <= m.start <= end + 6 and _GAP_AFTER.fullmatch(text, end, m.start)), None
    )
    # "EUR 20 per order, $5": a mark in front belongs to the number unless another is nearer behind.
    mark = before or after
    if after is not None and text[after.start : after.end].casefold() in ("teur", "t€"):
        value *= 1000
    if mark is not None:
        start, end = min(start, mark.start), max(end, mark.end)
    return quantity, Amount(start, end, value, mark, None, quantity.scale > 1)


_PRECISELY = re.compile(
    r"\b(?:say|call it|make (?:it|that)|more like|closer to|or rather|digamos|pongamos|disons|plutôt|"
    r"sagen wir|eher|digamos|diciamo|zeg(?: maar)?)\W+$",
    re.IGNORECASE,
)
_NEAR = 3
"""A figure that is so many times another is not the same one told more precisely."""


def _rescaled(text: str, amounts: list[Amount], index: int) -> Amount:
    """ "A little over a million, say 1.05": the second figure is in millions too."""
    amount = amounts[index]
    if not index or amount.scaled or amount.currency or not amounts[index - 1].scaled:
        return amount
    between = text[amounts[index - 1].end : amount.start]
    for scale in (1e6, 1e3):
        ratio = amount.value * scale / amounts[index - 1].value
        if 1 / _NEAR <= ratio <= _NEAR and _PRECISELY.search(between):
            return amount._replace(value=amount.value * scale, scaled=True)
    return amount


_FOR_MONTHS = re.compile(
    r"[^.;!?\n]{0,24}?\b(?:for|over|during|pendant|durante|während|über|x)\s(?:about |just |only )?"
    r"(?P<months>[2-9]|1[01])\s(?:months|mois|meses|monate)\b(?! ago)",
    re.IGNORECASE,
)


def _of_a_season(text: str, amount: Amount) -> Amount:
    """ "$9,500 a month for 8 months": who opens for a season has no twelve months of it."""
    season = _FOR_MONTHS.match(text, amount.end) if amount.period == MONTH else None
    return amount._replace(value=amount.value * int(season["months"]), period=YEAR) if season else amount


def _is_range(text: str, low: Quantity, first: Amount, high: Quantity, second: Amount) -> bool:
    between = text[first.end : second.start]
    if not between or len(between) > 9 or not _RANGE.fullmatch(between):
        return False
    if _CHANGED.search(text[max(0, first.start - 40) : first.start]):
        return False
    if _NEEDS_BETWEEN.match(between) and not _BETWEEN.search(text[max(0, first.start - 40) : first.start]):
        return False
    return _low_value(low, high) < second.value


def _low_value(low: Quantity, high: Quantity) -> float:
    """ "80 to 90k": the first number is in thousands too."""
    scaled_by_other = low.scale == 1 and high.scale > 1 and low.value * high.scale < high.value
    return low.value * high.scale if scaled_by_other else low.value


def _range(low: Quantity, first: Amount, high: Quantity, second: Amount) -> Amount:
    value = (_low_value(low, high) + second.value) / 2
    currency = first.currency or second.currency
    return Amount(first.start, second.end, value, currency, None, first.scaled or second.scaled)


_SENTENCE = re.compile(r"(?<!\bca)(?<!approx)(?<!\benv)(?<!\baprox)(?<!\brs)\.\s|[;!?\n]\s", re.IGNORECASE)


def _period(text: str, amounts: list[Amount], index: int) -> str | None:
    """The period that the words behind an amount name, or an adverb or "per month" in front of it."""
    amount = amounts[index]
    limit = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    after = _clause(text[amount.end : min(limit, amount.end + 44)])
    if behind := _period_behind(after):
        return behind[1]
    floor = told_by(text, amounts, index - 1) if index else 0
    before = _SENTENCE.split(text[max(floor, amount.start - 60) : amount.start])[-1]
    found = [*_ADVERB.finditer(before)]
    if found:
        return str(found[-1].lastgroup)
    for period in (MONTH, WEEK, QUARTER, DAY):
        if re.search(rf"(?:\b{_PER} |/ ?)(?:{_PERIOD_WORDS[period]})\b", before, re.IGNORECASE):
            return period
    return YEAR if re.search(rf"\b(?:{_PERIOD_WORDS[YEAR]})\b", after + " " + before, re.I) else None


def _period_behind(after: str) -> tuple[int, str] | None:
    """The period that the words behind an amount name, and where they end."""
    nearest = min(
        ((match.end(), period) for period, pattern in _PER_AFTER.items() if (match := pattern.match(after))),
        default=None,
    )
    adverb = _ADVERB.search(after)
    if nearest and (not adverb or nearest[0] <= adverb.end()):
        return nearest
    return (adverb.end(), str(adverb.lastgroup)) if adverb else None


def told_by(text: str, amounts: list[Amount], index: int) -> int:
    """Where the words end that give an amount its period: they say nothing about the next amount."""
    end = amounts[index].end
    limit = amounts[index + 1].start
    behind = _period_behind(_clause(text[end : min(limit, end + 44)]))
    return end + behind[0] if behind else end


def _clause(after: str) -> str:
    return re.split(r"[.;!?\n](?:\s|$)", after)[0]
