"""How many days pass between the charge and the delivery; of several told, the longest."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
from typing import NamedTuple

from cases.application import FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.numbers import find_numbers

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
        (r"years?|jahre?n?|años?|ans?", 365),
    )
)
_ONE = re.compile(
    r"\b(?:an?|one|einen?r?|einem?|un|una|une) (?P<unit>hour|day|week|month|year|stunde|tag|woche|monat|jahr|"
    r"hora|d[ií]a|semana|mes|año|heure|jour|semaine|mois|an)(?!\w)",
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
    found: list[Delay] = []
    for start, end in _clauses(text):
        clause = text[start:end]
        if (asked or _DELIVERY.search(clause)) and (told := _delays(clause)):
            longest = max(told, key=lambda delay: delay.days)
            found.append(Delay(start, end, longest.days))
    if not found and asked and _NOTHING.match(text):
        found.append(Delay(0, len(text), 0))
    return sorted(found, key=lambda delay: -delay.days)[:1]


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


def _clauses(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\s,.;!?\n](?:[^,.;!?\n]|[.,](?=\d))*", text)]


def _delays(clause: str) -> list[Delay]:
    found = [Delay(m.start(), m.end(), 0) for m in _AT_ONCE.finditer(clause)]
    found += [Delay(m.start(), m.end(), 1) for m in _NEXT_DAY.finditer(clause)]
    for number in find_numbers(clause):
        for unit, days in _UNITS:
            if match := unit.match(clause, number.end):
                found.append(Delay(number.start, match.end(), _up(number.value * days)))
                break
    for match in _ONE.finditer(clause):
        days = next(days for unit, days in _UNITS if unit.match(match["unit"]))
        found.append(Delay(match.start(), match.end(), _up(days)))
    return found


def _up(days: float) -> int:
    """Whole days; what takes part of one takes one."""
    return int(-(-days // 1))
