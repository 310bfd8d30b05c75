"""How many days pass between the charge and the delivery; of several told, the longest."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
from typing import NamedTuple

from cases.application import FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.money import find_amounts
from cases.fields.numbers import find_numbers
from cases.fields.underwriting.clauses import clauses_of

MOST = 3650
_I = re.IGNORECASE
_UNITS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (
        re.compile(
            rf"[\s-]{{0,2}}(?:(?:business|working|werk|arbeits|calendar|full)[ -]?)?(?:{words})(?!\w)", _I
        ),
        days,
    )
    for words, days in (
        (r"hours?|hrs?|h|stunden?|horas?|heures?", 1 / 24),
        (r"days?|tage?n?|d[ií]as?(?: hábiles| laborables)?|jours?(?: ouvr[ée]s)?", 1),
        (r"weeks?|wks?|wochen?|semanas?|semaines?", 7),
        (r"months?|monate?n?|meses|mes|mois", 30),
    )
)
_ONE = re.compile(
    r"\b(?:an?|one|einen?r?|einem?|un|una|une) (?P<unit>hour|day|week|month|stunde|tag|woche|monat|"
    r"hora|d[ií]a|semana|mes|heure|jour|semaine|mois)(?!\w)",
    _I,
)
_AT_ONCE = re.compile(
    r"\b(?:same[- ]day|on the (?:same day|spot)|straight ?away|right away|immediate(?:ly)?|instant(?:ly)?|at once|"
    r"there and then|over the counter|(?:take|takes|carry) (?:it|everything|them) (?:home|away|with (?:them|him|her))|"
    r"no (?:delay|wait(?:ing)?)|sofort(?:ige?)?|am (?:selben|gleichen) tag|direkt|gleich mit|unmittelbar|"
    r"en el (?:acto|momento)|(?:el )?mismo día|de inmediato|inmediat\w+|al instante|"
    r"(?:le )?jour même|tout de suite|immédiat\w*|sur[- ]le[- ]champ|aussitôt)(?!\w)",
    _I,
)
_NEXT_DAY = re.compile(
    r"\b(?:(?:the )?next[- ](?:business |working )?day|overnight|am nächsten (?:werk)?tag|(?:al|el) día siguiente|"
    r"le lendemain|sous 24 ?h)(?!\w)",
    _I,
)
_DELIVERY = re.compile(
    r"\b(?:ship(?:s|ped|ping|ments?)?|deliver\w*|dispatch\w*|sen[dt](?:s|ing)?(?: (?:it|them|out|everything))?|post(?:s|ed)?|"
    r"hand(?:s|ed)? over|arrives?|fulfil\w*|turnaround|lead time|pick(?:ed)?[- ]?up|"
    r"liefer\w*|ausliefer\w*|versand\w*|versend\w*|verschick\w*|zustell\w*|"
    r"env[ií]\w*|entreg\w*|despach\w*|llega\w*|livr\w+|expédi\w+|envo[iy]\w*|remis\w*)(?!\w)",
    _I,
)
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:refund\w*|returns?|money back|exchange\w*|rückgabe\w*|erstatt\w*|rückerstatt\w*|umtausch\w*|widerruf\w*|devol\w+|échang\w+|cambios?|retours?|"
    r"reembols\w+|rembours\w+|ago|since|old|in business|vor|seit|hace|desde|depuis|il y a)\b",
    _I,
)
"""What else is told in days: to give goods back, and how long a business exists."""
_NOTHING = re.compile(
    r"^\W*(?:0|none|no days?|zero|no delay|keine?|null|ning[uú]n\w*|cero|aucun\w*|zéro)\W*$", _I
)


class Delay(NamedTuple):
    """A time until delivery in days, and the words that tell it."""

    start: int
    end: int
    days: int


def find_delays(text: str, *, asked: bool) -> list[Delay]:
    """The longest delay that a text tells; unasked only where it speaks of delivering."""
    parts = [(start, end, text[start:end]) for start, end in clauses_of(text)]
    cued = [part for part in parts if _DELIVERY.search(part[2])]
    bare = [part for part in parts if asked and not (_OF_ANOTHER_TIME.search(part[2]) or _is_money(part[2]))]
    for chosen in (cued, bare):
        told = [(max(delays), start, end) for start, end, words in chosen if (delays := _delays(words))]
        if told:
            days, start, end = max(told)
            return [Delay(start, end, days)]
    return [Delay(0, len(text), 0)] if asked and _NOTHING.match(text) else []


def _is_money(clause: str) -> bool:
    """ "20k a month" tells an amount, and no time."""
    return any(amount.currency or amount.scaled for amount in find_amounts(clause))


def parse(raw: object) -> int:
    """Days from a number or from words such as "2 weeks" or "same day"; raises Invalid."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw <= MOST:
        return _up(raw)
    if isinstance(raw, str):
        told = find_delays(raw, asked=True)
        bare = re.fullmatch(r"\s*(\d{1,4})\s*", raw)
        days = told[0].days if told else int(bare[1]) if bare else None
        if days is not None and days <= MOST:
            return days
    raise Invalid("This is a number of days, such as 3.", code="invalid_delivery_days")


def ground(value: int, words: str, context: Context) -> int:
    """The days, if the words state them; a bare number only in an answer; or Ungrounded."""
    asked = FieldName.DELIVERY_DAYS in context.asked
    if any(delay.days == value <= MOST for delay in find_delays(words, asked=asked)):
        return value
    bare = re.fullmatch(r"\W*(?:about |around |etwa |circa |unos |environ )?(\d{1,4})\W*", words, _I)
    if asked and bare and int(bare[1]) == value:
        return value
    raise Ungrounded("The words do not state this number of days.")


def _delays(clause: str) -> list[int]:
    found = [0 for _ in _AT_ONCE.finditer(clause)]
    found += [1 for _ in _NEXT_DAY.finditer(clause)]
    for number in find_numbers(clause):
        days = next((days for unit, days in _UNITS if unit.match(clause, number.end)), None)
        found += [] if days is None else [_up(number.value * days)]
    for match in _ONE.finditer(clause):
        found.append(_up(next(days for unit, days in _UNITS if unit.match(match["unit"]))))
    return found


def _up(days: float) -> int:
    """Whole days; what takes part of one takes one."""
    return int(-(-days // 1))
