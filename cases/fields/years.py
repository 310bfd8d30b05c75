"""How long a business has been running: "since 2019", "opened June 2023", "for eleven years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cases.application import FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.durations import OLDEST, Age, find_durations
from cases.fields.numbers import find_numbers

_MONTHS = (
    ("jan", "ene", "gen"), ("feb", "fév", "fev"), ("mar", "mär", "maa", "mrt"), ("apr", "abr", "avr"),
    ("may", "mai", "mag", "mei"), ("jun", "juin", "giu"), ("jul", "juil", "lug"),
    ("aug", "ago", "aoû", "aou"), ("sep", "set"), ("oct", "okt", "out", "ott"), ("nov",),
    ("dec", "dic", "déc", "dez"),
)  # fmt: skip

_FOUNDING = (
    r"since|open(?:ed|ing|d|ned)?|found(?:ed|ing)|establish(?:ed)?|estd?|start(?:ed|ing)?|beg[au]n|"
    r"launch(?:ed)?|"
    r"incorporat(?:ed|ion)|set up|formed|created|going back to|dat(?:es|ing) (?:back )?(?:to|from)|inception|"
    r"been around|up and running|(?:in business|trading|run(?:n?ing)?|operating|operational|active|"
    r"working|going|functioning|in operation) from|go(?:es)? (?:all the way )?back to|kicked off|got going|"
    r"came into being|"
    r"start of (?:business|operations|trading)|"
    r"inicio|inici[oó]|inicia(?:mos|das?)|início|inizio|début|debut|beginn|"
    r"desde|fundad[oa]|fundamos|abrimos|abr[ií]|abiert[oa]s?|cread[oa]|empezamos|empec[ée]|inaugur\w+|"
    r"constituid[oa]|nac(?:imos|ió)|depuis|fondée?|fondé|crée?ée?|créé|ouverte?s?|ouvert|ouverture|lancée?|"
    r"création|établie?|commencé|débuté|démarré|installée?s?|seit|gegründet|gründung|(?:laden|geschäfts|neu)eröffnung|gründungsjahr|eröffnet|"
    r"eröffnung|gestartet|begonnen|"
    r"abert[oa]|começamos|comecei|criad[oa]|dal|fondat[oa]|apert[oa]|aperti|avviat[oa]|nat[oa] nel|"
    r"costituita|"
    r"sinds|opgericht|gestart|geopend|開業|創業|設立"
)
_YEAR = (
    r"(?P<year>1[89]\d\d|20\d\d)(?:(?=-\d\d-\d\d)|(?!\d|[-/.,]\d))"
    r"(?!\s?%|\s?(?:k|m|usd|eur|gbp|euros?|dollars?)\b)"
)
_CUED_YEAR = re.compile(
    rf"(?<![^\W\d_])(?:{_FOUNDING})(?![^\W\d_])\.?(?P<gap>[^.;!?\n]{{0,45}}?|"
    rf"[^;!?\n]{{0,30}}?\d\.\s?[^;!?\n]{{0,12}}?)"
    rf"(?<![\d$€£¥₹.,/\-])(?:(?:\d{{1,2}}[/.\-])?(?P<month>\d{{1,2}})[/.\-])?{_YEAR}",
    re.IGNORECASE,
)
_YEAR_CUED = re.compile(
    rf"(?:\b(?:in|en|im|im jahre?|em|nel|am|back in|around|haben?|hat|wurden?)\s"
    rf"(?:[^\W\d_]{{3,10}}\.?\s(?:del?\s|von\s)?)?|^|[,(]\s?){_YEAR}[^.;!?\n\d]{{0,28}}?(?<![^\W\d_])"
    rf"(?:{_FOUNDING})(?![^\W\d_])",
    re.IGNORECASE,
)
_FOREIGN_GAP = re.compile(
    r"\d{3}|\b(?:worked|lease|moved|price|sales|turnover|revenue|account|born|target|goal|fy|tax)\b",
    re.IGNORECASE,
)


def find_ages(text: str, today: date) -> list[Age]:
    """Every founding year and every number of years or months, in the order of the text."""
    lasting = [_before_birthday(age, text, today) for age in find_durations(text)]
    founded = [*_founding_years(text, today), *_spelled_years(text, today)]
    completed = {age.years + 1 for age in founded}
    lasting = [a for a in lasting if not (a.years in completed and _NEARLY.search(text, 0, a.start))]
    counted = {age.years + 1 for age in lasting if _SO.search(text, 0, age.start)}
    found = [*(age for age in founded if age.years not in counted), *lasting]
    found += [
        age for age in _short_years(text, today) if not any(a.start <= age.start < a.end for a in found)
    ]
    return sorted(found, key=lambda age: age.start)


_SO = re.compile(
    r"\b(?:so|also|donc|así que|dus|quindi)\W+(?:(?:that['’]s|it['’]s|about|now)\W+)*$", re.IGNORECASE
)
""" "Since winter 2017, so eight years": they count for themselves how many are over."""

_NEARLY = re.compile(
    r"\b(?:nearly|almost|going on|coming up to|just under|"
    r"bientôt|presque|casi|fast|knapp|bald|bijna|quasi|quase)\s+$",
    re.IGNORECASE,
)
""" "Bientôt 12 ans, soit mars 2015": the date tells how many are over."""

_COMING = re.compile(
    r"\s*,?\s*(?:old |in |en |em |el |im )?"
    r"(?:(?P<next>come|next|this coming|coming|próximo|nächsten|kommenden)\s+|"
    r"(?P<this>this|este|diesen|cet?)\s+)?(?P<month>[^\W\d_]{3,10})\b"
    r"(?P<behind>\s+(?:que viene|próximo|prochain))?",
    re.IGNORECASE,
)


_WILL_BE = re.compile(
    r"(?:\bfera|\bferons|\bwill be|['’]ll be|\bwerden es|\bsind es dann|\bhar[áé]|\bharemos|"
    r"\bcumpli(?:mos|remos)|"
    r"\bserá|\bserão|\bfará|\bfaremos|\bsaranno)\W+$",
    re.IGNORECASE,
)


def _before_birthday(age: Age, text: str, today: date) -> Age:
    """ "Nine years come February": years that are full only in a month that lies ahead."""
    match = _COMING.match(text, age.end)
    month = _month_in(match["month"]) if match else None
    if match is None or month is None or not age.years:
        return age
    will_be = _WILL_BE.search(text, 0, age.start)
    ahead = match["next"] or match["behind"] or will_be or (match["this"] and month > today.month)
    return age._replace(years=age.years - 1) if ahead else age


def is_birthday_ahead(age: Age, text: str) -> bool:
    """Whether a month that lies ahead stands behind the years: "it'll be 5 years next April"."""
    match = _COMING.match(text, age.end)
    return match is not None and _month_in(match["month"]) is not None


def _founding_years(text: str, today: date) -> list[Age]:
    found: list[Age] = []
    for pattern in (_CUED_YEAR, _YEAR_CUED):
        for match in pattern.finditer(text):
            gap = match.groupdict().get("gap") or ""
            taken = any(age.start <= match.start("year") < age.end for age in found)
            years = _completed(match, text, gap, today)
            if not taken and years is not None and not _FOREIGN_GAP.search(gap):
                found.append(Age(match.start(), match.end(), years, True))
    return found


def _spelled_years(text: str, today: date) -> Iterator[Age]:
    """ "Started in two thousand and seventeen": a year in words behind a word of founding."""
    for pair in _IN_TWO_WORDS.finditer(text):
        rest = find_numbers(pair["rest"])
        year = (1900 if pair["century"].casefold() == "nineteen" else 2000) + int(
            rest[0].value if rest else 0
        )
        founded = _FOUNDED_BEFORE.search(text, max(0, pair.start() - 30), pair.start())
        if founded and rest and rest[0].value < 100 and year <= today.year:
            yield Age(founded.start(), pair.end(), today.year - year, True)
    for quantity in find_numbers(text):
        founded = _FOUNDED_BEFORE.search(text, max(0, quantity.start - 30), quantity.start)
        if not quantity.in_digits and founded and 1900 <= quantity.value <= today.year:
            yield Age(founded.start(), quantity.end, today.year - int(quantity.value), True)


_IN_TWO_WORDS = re.compile(
    r"\b(?P<century>nineteen|twenty)[ -](?P<rest>(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|"
    r"nine)teen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -][a-z]{3,5})?))\b",
    re.IGNORECASE,
)
_FOUNDED_BEFORE = re.compile(rf"(?<![^\W\d_])(?:{_FOUNDING})(?![^\W\d_])[^.;!?\n\d]{{0,12}}$", re.IGNORECASE)
_SHORT_YEAR = re.compile(
    rf"(?<![^\W\d_])(?:{_FOUNDING})(?![^\W\d_])[^.;!?\n\d]{{0,20}}?['’](?P<year>\d\d)(?!\d)", re.IGNORECASE
)


def _short_years(text: str, today: date) -> list[Age]:
    """ "since '98": two digits are of this century where that is not in the future."""
    found: list[Age] = []
    for match in _SHORT_YEAR.finditer(text):
        year = int(match["year"]) + (2000 if int(match["year"]) <= today.year % 100 else 1900)
        found.append(Age(match.start(), match.end(), today.year - year, True))
    return found


def _completed(match: re.Match[str], text: str, gap: str, today: date) -> int | None:
    """Completed years; without a month simply the difference of the years. None in the future."""
    year = int(match["year"])
    written = match.groupdict().get("month")
    month = (
        int(written) if written else _month_in(gap or text[max(0, match.start() - 14) : match.start("year")])
    )
    years = today.year - year
    if month is not None and 1 <= month <= 12 and (month, _day_in(gap)) > (today.month, today.day):
        years -= 1
    return years if today.year - year >= 0 and years >= 0 else None


def _day_in(gap: str) -> int:
    found = re.search(r"(?<!\d)(\d{1,2})(?!\d)", gap)
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else 1


def _month_in(words: str) -> int | None:
    for word in reversed(re.findall(r"[^\W\d_]{3,12}", words.casefold())):
        for number, starts in enumerate(_MONTHS, start=1):
            if word.startswith(starts) and word not in ("market", "marine", "marked", "main", "make", "made"):
                return number
    return None


def parse(value: object, today: date) -> int:
    """Completed years from a number or from words such as "since 2019"; raises Invalid."""
    if isinstance(value, str):
        ages = {age.years for age in find_ages(value, today)}
        numbers = {int(quantity.value) for quantity in find_numbers(value)}
        stated = ages or {_from_number(number, today) for number in numbers}
        if len(stated) == 1 and 0 <= min(stated) <= OLDEST:
            return min(stated)
    elif isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= OLDEST:
        return int(value)
    raise Invalid("Years in business is a number of years.", code="invalid_years_in_business")


def _from_number(number: int, today: date) -> int:
    return today.year - number if 1800 <= number <= today.year else number


def ground(value: int, words: str, context: Context) -> int:
    """The years, if the words state them; a bare number only in answer to the question."""
    if any(age.years == value for age in find_ages(words, context.today)):
        return value
    if FieldName.YEARS_IN_BUSINESS in context.asked:
        stated = {_from_number(int(quantity.value), context.today) for quantity in find_numbers(words)}
        if value in stated and 0 <= value <= OLDEST:
            return value
    raise Ungrounded("The words do not state this number of years.")
