"""Annual revenue, among all the other amounts that people mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from agents.reading.choice import CORRECTION, Candidate, in_sentence, last_of_best
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import Clause, clause_at, clauses
from cases.application import FieldName
from cases.fields.money import Amount, find_amounts
from cases.fields.revenue import LIMIT

_I = re.IGNORECASE

REVENUE = re.compile(
    r"\b(?:rev(?:enue|s|nue|enu|enues)?|turn(?:ed|s|ing)?[ -]?over|sales|sold|gross(?:es|ed|ing)?|takings|"
    r"take in|took in|taking in|bring(?:s|ing)? in|brought in|ring(?:ing)? up|"
    r"incomes?|earn(?:s|ed|ing)?|billings?|bill(?:ed)?|invoic(?:e|ed|ing)|top[- ]?line|donations?|figures?|"
    r"receipts|t/o|made|makes?|making|do(?:es|ing)?|did|fees (?:were|last|came|of)|"
    r"factur\w+|ingres\w+|ventas|vendemos|vendimos|cifra de negocio\w*|volumen de negocio\w*|"
    r"chiffre d'affaires|\bca\b|recettes|encaissons|réalis\w+|fait|faisons|umsatz\w*|jahresumsatz\w*|"
    r"erlös\w*|einnahmen|setzen|erwirtschaften|machen|"
    r"fatur\w+|receitas?|vendas|vendemos|fattur\w+|ricav\w+|"
    r"omsättning\w*|omsätter|omsætning|omsetning|obr[oó]t\w*|przych[oó]d\w*|[am]rr|"
    r"incass\w+|vendite|entrate|giro d'affari|"
    r"omzet\w*|omgezet|draaien|verdienen|売上|年商)\b",
    _I,
)
_OTHER_MONEY = re.compile(
    r"\b(?:profit\w*|net (?:income|of)|margin\w*|rent|lease|loans?|mortgage|salar(?:y|ies)|wages?|payroll|"
    r"grants?|granted|loss(?:es)?|share capital|capital social|stammkapital|grundkapital|"
    r"subsid\w+|subvenci\w+|subvention\w*|förder\w+|zuschuss|cost[oó]|coût\w*|kostet\w*|views|visits|hits|"
    r"visitas|besucher|funding|raised|rais(?:e|ing)|invest\w*|insur\w*|cover(?:s|ed|age)?|liability|"
    r"limit\w*|deposit\w*|"
    r"(?:marketing|ad|advertising) (?:budget|spend)|volume|gmv|gross merchandise|bookings were|processed|"
    r"processing|through (?:the )?(?:platform|cards?)|on cards?|card (?:payments|sales|volume|takings)|"
    r"per (?:order|transaction|ticket|customer|head|night|person|hour|item|sale|unit|class|session|visit|"
    r"lesson|bottle|box|month per)|an? (?:order|ticket|item|piece|unit|hour|session|night|head|cut|pop|"
    r"cup|bottle|lesson|class)\b|each\b|"
    r"average (?:ticket|order|transaction|basket|sale|spend|purchase|check|bill|price)|avg\.? (?:ticket|"
    r"order|transaction|sale)|basket|ticket size|tickets? (?:is|are|average)|price[sd]?|cost(?:s|ing)?|"
    r"spent|spend|pay(?:s|ing)? |paid|owe|debt|(?:is|are|was|stock|equipment|building|property) worth|"
    r"valu(?:ed|ation)|bought|purchase[sd]?|stock of|inventory|equipment|machine|"
    r"tax (?:bill|of)|followers|subscribers|members|customers|guests|visitors|transactions?|orders? (?:a|"
    r"per)|units|pieces|square|sq|m²|sqm|km|miles|employees|staff|seats|covers|tables|bikes|cars|students|"
    r"pupils|beds|rooms|"
    r"beneficios?|beneficio neto|alquiler|préstamo|hipoteca|inversión|seguro|ticket medio|bénéfice|loyer|"
    r"prêt|emprunt|investi\w*|panier moyen|gewinn|miete|kredit|darlehen|durchschnittsbon|versicherung\w*|"
    r"lucro|aluguel|empréstimo|ticket médio|"
    r"utile|affitto|prestito|scontrino medio|winst|huur|lening|gemiddelde bon|fee of|fees? on|minimum|"
    r"maximum|at most|up to|setup)\b|%|\bper cent\b",
    _I,
)
_YEARLY = re.compile(
    r"\b(?:last (?:fiscal |financial |calendar |full )?(?:year|yr|fy)|this (?:fiscal |financial )?year|"
    r"past (?:year|twelve|12)|fiscal|fy ?'?\d{2,4}|(?:a|per|each|every|the) (?:year|yr|annum)|annual\w*|"
    r"yearly|p\.?a\b|in 20[12]\d|for 20[12]\d|year ended|twelve months|12 months|trailing|ttm|"
    r"al año|anual\w*|el año pasado|año pasado|por año|par an|l'an dernier|l'année dernière|annuel\w*|"
    r"im jahr|pro jahr|letztes jahr|im letzten jahr|vergangene\w* jahr|jährlich|por ano|ao ano|"
    r"ano passado|all'anno|l'anno scorso|annu[oi]|per jaar|vorig jaar|afgelopen jaar|jaarlijks)\b|"
    r"/ ?(?:yr|year|an|año|jahr)\b",
    _I,
)
_DENIED = re.compile(
    r"\b(?:not|isn't|wasn't|instead of|rather than|no longer|nicht|statt|kein\w*|pas|au lieu de|en vez de|"
    r"y no|em vez de|não|non|invece di|niet|in plaats van)\s+(?:the |about |around |just |de |los |le )?$",
    _I,
)


_NO_FIRST = re.compile(
    r"\W*(?:(?:ah|oh|euh|h+m+|uh|um|eh|ähm?|ehm)\W+)*(?:no|non|nope|nein|nee|não|nah)\b(?! idea| problem)", _I
)
_WAS_ANOTHER_YEAR = re.compile(
    r"\b(?:that|it|this|das|eso|ça|c)(?:'s| was| is| war| era|'était| etait)\s(?:from |for |in |de |von )?"
    r"(?:20[12]\d|the year before|the previous year|vorletztes jahr)\b",
    _I,
)
_PART_OF = re.compile(
    r"\b(?:of which|of that|including|davon|dont|de los cuales|dos quais|di cui|waarvan)\b", _I
)


_BEFORE_TAX = re.compile(
    r"\b(?:before|without|not counting|avant|hors|sin|antes de|vor|ohne|prima di|voor)\s"
    r"(?:any |all |the |my |our |les |los |le |de |alle[nr]? )?"
    r"(?:costs?|expenses|tax(?:es)?|overheads|wages|rent|fees|vat|charges|coûts|impôts|frais|gastos|costes|"
    r"impuestos|iva|kosten|steuern?|abzügen|mwst|ausgaben|despesas|impostos|spese|tasse|costi|btw)\b",
    _I,
)
""" "38k before costs" is what came in: the costs are no other amount."""

_COMPARED = re.compile(
    r"(?:\bvs\.?|\bversus|\bcompared (?:to|with)|\b(?:up|down) from|\bagainst|\bcontre|\bgegenüber|"
    r"\bfrente a|\bnach|\bcontro|\btegen)\s+(?:about |around |roughly |unos |environ |rund )?$",
    _I,
)
""" "7.8 Cr vs INR 6.1 Cr": the second figure is another year's."""

_TOTAL_BEFORE = re.compile(
    r"\b(?:so|total\w*|altogether|combined|all told|all in|makes|insgesamt|zusammen|macht|en todo|en tout|"
    r"soit|ensemble|in totale|al todo|totaal|samen)\W+"
    r"(?:(?:about|roughly|of|is|was|de|zusammen|total|überall|circa|ca)\W+)?$",
    _I,
)
_TOTAL_BEHIND = re.compile(
    r"\W{0,2}(?:(?:usd|eur|gbp|euros?|dollars|pounds|pesos)\W+)?(?:all told|in total|altogether|combined|"
    r"all in all|overall|insgesamt|zusammen|en total|au total|no total|in totale|in totaal)\b",
    _I,
)
"""Words that add up what a sentence named one by one: the sum is the revenue."""

_SINCE = re.compile(
    r"\b(?:since|opened?|founded|started|desde|abr\w+|depuis|ouver\w+|seit|gegründet|dal|sinds)\W+"
    r"(?:\w+\W+){0,2}$",
    _I,
)
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-4]\d)(?![\d/]|[.,]\d|-\d)|\bFY ?['’]?(?:\d\d-)?(\d\d)(?![\d-])", _I)
_LONGEST_LABEL = 8
"""Characters of a year in front of a colon: "FY 2025"."""

_STALE = 3
"""Figures of a year that lies this many years back are not this year's."""


def _year_of(text: str, amount: Amount, clause: Clause) -> int | None:
    """The year that a clause says its amount is of."""
    start = clause.start - _LONGEST_LABEL if text[clause.start : clause.start + 1] == ":" else clause.start
    for match in _YEAR.finditer(text, max(0, start), clause.end):
        outside = match.end() <= amount.start or match.start() >= amount.end
        if outside and not _SINCE.search(text[clause.start : match.start()]):
            return int(match[1] or f"20{match[2]}")
    return None


def read_revenue(talk: Talk, today: date, known: int | None = None) -> tuple[Candidate, Amount] | None:
    """The amount that holds as annual revenue, with where it was said; ``known`` is what was told before."""
    found: list[tuple[Candidate, Amount]] = []
    before: Sentence | None = None
    for sentence in talk.sentences:
        same_message = before is not None and before.seq == sentence.seq
        told = bool(found) or known is not None
        after_correction = told and same_message and before is not None and takes_back(before.text)
        new = list(_amounts(sentence, after_correction, today, known))
        found = [pair for pair in found if not _is_withdrawn(pair[1], sentence)]
        found += new
        if found and _is_of_another_year(found[-1], sentence):
            found.pop()
        before = sentence
    best = last_of_best(candidate for candidate, _ in found)
    return next((pair for pair in found if pair[0] is best), None)


def _is_of_another_year(pair: tuple[Candidate, Amount], sentence: Sentence) -> bool:
    """Whether a sentence says of the amount before that it was another year's: "430, 480 was 2024" of 480."""
    said = _WAS_ANOTHER_YEAR.search(sentence.text)
    candidate, amount = pair
    if said is None or candidate.sentence.seq != sentence.seq:
        return False
    within = candidate.sentence.start == sentence.start
    return not (within and find_amounts(sentence.text[amount.end : said.start()]))


def takes_back(text: str) -> bool:
    """Whether a sentence takes back what was said: "sorry", "no, …", "that was the year before"."""
    return bool(CORRECTION.search(text) or _NO_FIRST.match(text) or _WAS_ANOTHER_YEAR.search(text))


def _is_withdrawn(amount: Amount, sentence: Sentence) -> bool:
    """Whether a later sentence denies an amount: "not 180k", or "not 180" for 180k."""
    return any(
        other.value in (amount.value, amount.value / 1000)
        and _DENIED.search(sentence.text[max(0, other.start - 24) : other.start])
        for other in find_amounts(sentence.text)
    )


def _amounts(
    sentence: Sentence, after_correction: bool, today: date, known: int | None
) -> Iterator[tuple[Candidate, Amount]]:
    text = sentence.text
    if _is_other_field(sentence):
        return
    parts = clauses(text)
    newest = 0
    for amount in find_amounts(text):
        year = _year_of(text, amount, clause_at(parts, amount.start))
        if year is not None and year <= today.year - _STALE:
            continue
        tier = _tier(sentence, amount, clause_at(parts, amount.start), parts)
        if after_correction and 0 < tier < 3:
            tier = 3
        if not tier and known and _replaces(sentence, amount, known, after_correction):
            tier = 3
        if tier and year is not None and year < newest:
            continue  # "FY26: 2.85m (FY25: 2.4m)"
        if tier and amount.a_year and amount.a_year <= LIMIT:
            newest = max(newest, year or 0)
            yield in_sentence(amount.a_year, sentence, tier), amount


def _is_other_field(sentence: Sentence) -> bool:
    """Whether the sentence answers a question about something else, in which a number is no revenue."""
    others = set(sentence.asked) & {
        FieldName.OWNERS, FieldName.YEARS_IN_BUSINESS, FieldName.ADDRESS, FieldName.PHONE,
        FieldName.ACCOUNT_NUMBER, FieldName.ROUTING_NUMBER, FieldName.TAX_ID, FieldName.BUSINESS_LICENSE,
    }  # fmt: skip
    asked = FieldName.ANNUAL_REVENUE in sentence.asked
    return bool(others) and not asked and not REVENUE.search(sentence.text)


def _tier(sentence: Sentence, amount: Amount, clause: Clause, parts: Sequence[Clause]) -> int:
    """How plainly an amount is the revenue: 0 not at all, 3 where a word says so."""
    text = sentence.text
    words = text[clause.start : clause.end]
    asked = FieldName.ANNUAL_REVENUE in sentence.asked
    is_money = amount.currency is not None or amount.scaled
    if not is_money and (amount.value < 1000 or _looks_like_a_year(text, amount)):
        return 0
    if not clause.holds or _DENIED.search(text[max(0, amount.start - 24) : amount.start]):
        return 0
    if re.match(
        r"\s?(?:%|(?:percent|per cent|years?|yrs?|años|ans|jahre)\b)", text[amount.end : amount.end + 10]
    ):
        return 0
    near = _BEFORE_TAX.sub(" ", _around(text, amount, clause))
    if _COMPARED.search(text[max(0, amount.start - 40) : amount.start]):
        return 0
    if _OTHER_MONEY.search(near) or _PART_OF.search(text[: amount.start]):
        return 0
    cue = _cue_before(text, amount, parts) or REVENUE.search(words)
    if is_money and _is_total(text, amount):
        return 4
    if (
        asked
        or _corrected(sentence, is_money)
        or (cue and (is_money or _is_rate(text, amount) or _strong(text, amount)))
    ):
        return 3 + bool(asked and is_money and CORRECTION.search(text))
    if not is_money:
        return 0
    if amount.period or _YEARLY.search(words):
        return 2
    return 1 if amount.currency is not None and amount.value >= 1000 else 0


def _is_rate(text: str, amount: Amount) -> bool:
    """ "We bill 4,200 a week": the period right behind the figure leaves no room for another thing."""
    return amount.period is not None and bool(_RATE.match(text, amount.end))


_RATE = re.compile(
    r"\s?(?:a|an|per|each|every|al|por|par|im|pro|ao|al|per)\s(?!head|person|class|hour)|\s?/\s?\w", _I
)


def _replaces(sentence: Sentence, amount: Amount, known: int, corrected: bool) -> bool:
    """Whether a bare figure takes the place of the one before: "sorry, 430 000, 480 was the other year"."""
    text = sentence.text
    alike = amount.value >= 1000 and known / _FAR <= amount.value <= known * _FAR
    plain = not (_OTHER_MONEY.search(text) or _looks_like_a_year(text, amount))
    denied = _DENIED.search(text[max(0, amount.start - 24) : amount.start])
    return (
        alike
        and plain
        and not denied
        and (corrected or takes_back(text))
        and clause_at(clauses(text), amount.start).holds
    )


_FAR = 3
"""A figure that is so many times another is not meant to correct it."""


def _is_total(text: str, amount: Amount) -> bool:
    """Whether an amount adds up others: "…, so £90,400 all told"."""
    return bool(_TOTAL_BEFORE.search(text[: amount.start]) or _TOTAL_BEHIND.match(text, amount.end))


def _corrected(sentence: Sentence, is_money: bool) -> bool:
    """Whether the sentence takes back an amount, or the one before it says that the revenue was wrong."""
    if takes_back(sentence.text) and (is_money or REVENUE.search(sentence.message)):
        return True
    before = sentence.message[max(0, sentence.start - 80) : sentence.start]
    return is_money and bool(CORRECTION.search(before)) and bool(REVENUE.search(before))


def _strong(text: str, amount: Amount) -> bool:
    """Whether a label or the verb right in front says revenue, so that a bare "640000" is money."""
    return bool(
        re.search(
            r"(?:revenue|turnover|sales|umsatz|omzet|fatturato|faturamento|facturación|"
            r"affaires)\W*(?:\w+\W+){0,4}$",
            text[: amount.start],
            _I,
        )
    )


def _around(text: str, amount: Amount, clause: Clause) -> str:
    """The words of the clause that are about this amount, not about the one before it."""
    start = max(clause.start, 0)
    if text[start : start + 1] == ":":
        start = max(text.rfind("\n", 0, start) + 1, start - 30)  # the label belongs to its value
    before = text[start : amount.start]
    joint = max(
        (
            m.end()
            for m in re.finditer(r"\b(?:and|y|e|et|und|en|so)\b", before)
            if find_amounts(before[: m.start()])
        ),
        default=0,
    )
    return before[joint:] + " " + text[amount.end : min(clause.end, amount.end + 60)]


def _cue_before(text: str, amount: Amount, parts: Sequence[Clause]) -> bool:
    """ "… but revenue, meaning fees, was $3.1m": the cue may stand some clauses ahead."""
    at = next((i for i, part in enumerate(parts) if part.start <= amount.start < part.end), 0)
    for part in reversed(parts[max(0, at - 2) : at]):
        words = text[part.start : part.end]
        if find_amounts(words) and any(a.currency or a.scaled for a in find_amounts(words)):
            return False
        if part.holds and REVENUE.search(words):
            return not _OTHER_MONEY.search(words)
    return False


def _looks_like_a_year(text: str, amount: Amount) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text[amount.start : amount.end]))
