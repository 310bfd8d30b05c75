"""Years in business, among leases, ages and other people's years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from agents.reading.choice import Candidate, in_sentence, last_of_best
from agents.reading.money import takes_back
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import Clause, clause_at, clauses
from cases.application import FieldName
from cases.fields.durations import BY_NOW
from cases.fields.numbers import find_numbers
from cases.fields.years import Age, find_ages, is_birthday_ahead

_I = re.IGNORECASE

_BUSINESS = re.compile(
    r"\b(?:in business|in this line|trading|traded|trade|running|run|going|open|operat\w+|at it|at this|"
    r"doin'?g?|done|"
    r"been (?!with\b|my\b|an?\b|his\b|her\b|on\b|married|in (?!business|operation|trade)\b)|live|around|"
    r"up and running|strong|established|age of (?:the )?business|anniversary|our \w+ year|"
    r"celebrat\w+|turned|f[êe]t[ée]|cumpl\w+|gefeiert|feier\w+|"
    r"(?:business|company|shop|store|negocio|empresa|tienda|entreprise|société|boutique|geschäft|firma|"
    r"laden|betrieb|"
    r"loja|azienda|negozio|zaak|winkel|bedrijf) (?:tiene|is|ist|tem|ha|a|bestaat)|"
    r"llevamos|llevo|abiert\w+|funcionando|en activo|existimos|exist\w*|"
    r"self[- ]?employed with (?:this|it)|ouvert\w*|operando|operamos|"
    r"trabajando|vendiendo|affaires|"
    r"activité|ça fait|"
    r"il y a|gibt es|gibt's|bestehen|besteht|existieren|am markt|geöffnet|estamos|aberto|no mercado|"
    r"funcionamos|"
    r"siamo aperti|attiv\w+|apert\w+|bestaan|open|actief|business|belt)\b",
    _I,
)
_OTHER_YEARS = re.compile(
    r"\b(?:lease[sd]?|leasing|contract\w*|rent\w*|warrant\w*|guarant\w*|loan|mortgage|insur\w*|experience|"
    r"career|worked|working as|apprentic\w*|train(?:ed|ing)|degree|studied|school|married|"
    r"i'?m \d+|i am \d+|aged?|years? old (?:man|woman|me)|born|building|premises dates?|house dates|"
    r"family recipe|recipe|grand\w+|dad|father|mother|mum|mom|before (?:that|opening|i|we)|"
    r"as an? (?:employee|chef|baker|barista|nurse|teacher|mechanic|stylist|hairdresser|cook|waiter|"
    r"engineer|developer)|"
    r"(?:next|last|past|first|previous|every|within|over the (?:last|past|next)|"
    r"coming) (?:\w+ )?(?:years?|months?)|moved|relocat\w*|renovat\w*|refurb\w*|(?<!years )old (?:fund|"
    r"job|company)|"
    r"customer\w* for|lived|living|resident|visa|sentence|bankrupt\w*|"
    r"alquiler|contrato|experiencia|garantía|bail|contrat|expérience|garantie|mietvertrag|pachtvertrag|"
    r"berufserfahrung|erfahrung|contrato|experiência|contratto|esperienza|huurcontract|ervaring|"
    r"licen[cs]e|permit|card|terminal|provider|bank\w*)\b",
    _I,
)
_OTHER_FOUNDING = re.compile(
    r"\b(?:born|lease[sd]?|building|premises|house|recipe|worked|working|career|moved|relocat\w*|"
    r"renovat\w*|refurb\w*|licen[cs]e[ds]?|permit|married|lived|living|experience|contract|chef|studied|"
    r"resident)\b",
    _I,
)
_AGO = re.compile(r"^\s*(?:ago|atrás|vor\b|fa\b|geleden)", _I)
_STARTED = re.compile(
    r"\b(?:open\w*|found\w*|start\w*|beg[au]n|launch\w*|set up|establish\w*|incorporat\w*|abr\w+|fund\w+|"
    r"empez\w+|ouv\w+|cré\w+|gegründet|eröffnet|começ\w+|apert\w+|gestart|begonnen)\b",
    _I,
)


_AT_A_RATE = re.compile(r"(?:\b(?:a|per|each|every)|/)\s?(?:month|week|day)\b[^.;]*\b(?:for|over)\s+$", _I)
""" "9,500 a month for 8 months": how long that comes in each year."""

_OF_A_CONTRACT = re.compile(
    r"\b(?:lease[sd]?|contract\w*|loan|mortgage|warranty|rent(?:ed|al)?|alquiler|contrato|bail|mietvertrag|"
    r"pachtvertrag|contratto|huurcontract)\b",
    _I,
)
_AT_WORK = re.compile(
    r"\b(?:in business|trading|running|open(?:ed)?|operating|at it|going|doing|been|started|founded|"
    r"llevamos|"
    r"abiert\w+|ouvert\w*|activité|bestehen|besteht|gibt es|aberto|aperti|bestaan)\b",
    _I,
)


def read_years(talk: Talk, today: date, known: bool = False) -> Candidate | None:
    """The number of completed years that holds; ``known`` where one was said in an earlier message."""
    found: list[Candidate] = []
    for sentence in talk.sentences:
        corrects = (bool(found) or known) and _takes_back(sentence)
        found += _ages(sentence, today, corrects)
    return last_of_best(found)


def _takes_back(sentence: Sentence) -> bool:
    """ "Nee, sorry, 7 jaar": a short sentence that takes back the years that were said before."""
    return takes_back(sentence.text) and len(sentence.text.split()) <= 8


def _ages(sentence: Sentence, today: date, corrects: bool) -> Iterator[Candidate]:
    text = sentence.text
    asked = FieldName.YEARS_IN_BUSINESS in sentence.asked
    parts = clauses(text)
    ages = find_ages(text, today)
    for age in ages:
        clause = clause_at(parts, age.start)
        by_now = len(ages) > 1 and bool(BY_NOW.match(text, age.end))
        founded_it = age.founding and bool(_FAMILY_FOUNDED.search(text[: age.end]))
        planned = clause.planned and not (by_now or is_birthday_ahead(age, text))
        if (clause.others and not founded_it) or clause.hypothetical or planned or _denied(text, age):
            continue
        if len(ages) > 1 and age.founding and _AT_THIS_PLACE.search(text[clause.start : age.end]):
            continue
        if not asked and not age.founding and _AT_A_RATE.search(text, 0, age.start):
            continue
        if not asked and not age.founding and _OF_A_CONTRACT.search(text) and not _AT_WORK.search(text):
            continue
        if tier := 5 if corrects or by_now else _tier(text, clause, age, asked):
            yield in_sentence(age.years, sentence, tier)
    if asked and not ages:
        yield from _bare(sentence, today)


def _about(text: str, age: Age, clause: Clause) -> str:
    """The words of the clause that are about these years: not what an "and" joins to them."""
    before = re.split(r"\b(?:and|y|et|und|e|en)\b", text[clause.start : age.start])[-1]
    after = re.split(r"\b(?:and|y|et|und|e|en)\b", text[age.end : clause.end])[0]
    return before + text[age.start : age.end] + after


def _denied(text: str, age: Age) -> bool:
    return bool(
        re.search(
            r"\b(?:not|nicht|pas|no|não|non|niet)\s+(?:for |since |in )?$",
            text[max(0, age.start - 14) : age.start],
            _I,
        )
    )


def _tier(text: str, clause: Clause, age: Age, asked: bool) -> int:
    said = _UNTIL.split(text[max(clause.start, age.start - 24) : age.end])[-1]
    on_paper = age.founding and bool(_ON_PAPER.search(said))
    if asked or re.fullmatch(r"\w+", text[age.start : age.end]):
        return 4 - on_paper  # a bare number is one by contrast: "this one's only 3"
    if age.founding:
        return 0 if _OTHER_FOUNDING.search(said) else 3 - on_paper
    words = _about(text, age, clause)
    if _OTHER_YEARS.search(_SO_LONG.sub(" ", words)) or _of_a_person(text, age):
        return 0
    if _AGO.match(text[age.end :]) or re.search(r"\b(?:vor|hace|il y a|há)\s*$", text[: age.start], _I):
        other_language = not _AGO.match(text[age.end :])
        return 3 if _STARTED.search(text) else 2 if other_language else 0
    if re.match(r"\s*(?:years?|jahre)[- ]?(?:business|trading)", text[age.end :], _I) or _BUSINESS.search(
        words
    ):
        return 3
    if re.search(r"\bsince\s*$", text[: age.start], _I):
        return 3
    rest = _FILLERS.sub(" ", words.replace(text[age.start : age.end], " ")).split()
    if _WE_LAST.search(text[clause.start : age.end]):
        return 2
    if re.match(r"[ -]?old\b", text[age.end :], _I):
        return 3 if rest == ["old"] or _A_BUSINESS.search(words) else 0
    return 2 if len(rest) <= 1 else 0


_WE_LAST = re.compile(
    r"\b(?:we(?:['’]ve been| have been| don| dey)\b.{0,60}\bfor|"
    r"nous\b.{0,60}\bdepuis|(?:wir|uns)\b.{0,60}\bseit|"
    r"\w+mos\b.{0,60}\bdesde hace|\w+mos\b.{0,40}\bh[áa]|\w+iamo\b.{0,60}\bda|(?:we|wij)\b.{0,60}\bal)\s"
    r"(?:about |over |almost |nearly |around |gut |fast |etwa |über |près de |plus de |environ |más de |"
    r"casi |quase |mais de |oltre |quasi |ruim )?[^\s]+(?:[ -][^\s]+){0,3}$",
    _I,
)
""" "We've been baking bread for 8 years": what the firm itself has done for so long."""

_A_BUSINESS = re.compile(
    r"\b(?:company|business|shop|store|firm|practice|studio|clinic|salon|gym|restaurant|café|cafe|"
    r"bakery|agency|charity|"
    r"farm|school|hotel|bar|pub|brand|start-?up|we|we['’]re|it['’]s|it is)\b",
    _I,
)


def _of_a_person(text: str, age: Age) -> bool:
    """Whether the years are someone's age or career: "j'ai 41 ans", "bin seit 20 Jahren Friseurin"."""
    before, after = text[max(0, age.start - 16) : age.start], text[age.end : age.end + 24]
    return bool(
        _I_AM.search(before)
        or re.match(
            r"\s*(?:als|como|comme|come(?! (?:jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec)))\s\w", after, _I
        )
    )


_I_AM = re.compile(r"\b(?:tengo|j['’]ai|ho|tenho|i['’]?m|i am|bin(?: seit)?|soy(?: desde hace)?)\s*$", _I)
_SO_LONG = re.compile(r"\b(?:from|since|for) (?:the )?last\b", _I)
_ON_PAPER = re.compile(r"\b(?:incorporated|registered|constituid[oa]|constituée|eingetragen)\b", _I)
_FILLERS = re.compile(
    r"\b(?:in|this|last|next|come) (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|"
    r"spring|summer|autumn|fall|winter|month|week)\b|"
    r"\d+(?:\.\d+)?|\b(?:years?|yrs?|about|around|over|roughly|approx\w*|some|just|now|already|so far|"
    r"for|in|it'?s|"
    r"it has been|and|a|half|we|nearly|almost|years|años|ans|jahren?|anos|anni|jaar|ya|schon|déjà|già|"
    r"já|seit|über|"
    r"(?:it|we)['’]ll be|will be|"
    r"seasons|so|"
    r"desde hace|depuis|unos|environ|etwa|circa|ca|gut|the|of|months?|mesi|meses|mois|monate\w*|al)\b|"
    r"[^\w\s]",
    _I,
)
_AT_THIS_PLACE = re.compile(
    r"\b(?:at|in) (?:this|the|our|these) (?:new |current |present )?(?:address|location|unit|premises|"
    r"place|site|spot|"
    r"shop|building)\b|\bmoved\b",
    _I,
)
_FAMILY_FOUNDED = re.compile(
    r"\b(?:my|our) (?:late |great[- ]?)?(?:grand\w+|father|mother|dad|mum|mom|parents|uncle|aunt|family|"
    r"husband|wife)"
    r"\b[^.;]{0,30}\b(?:started|founded|opened|began|established|set up) (?:the|this|our|it)\b",
    _I,
)
_UNTIL = re.compile(r"\b(?:before|until|then|antes|bevor|avant)\b", _I)
_OF_WHICH = re.compile(r"\b(?:of which|of those|davon|dont|de los cuales|dos quais|di cui|waarvan)\b", _I)
_TAKEN_BACK = re.compile(r"\b(?:no|sorry|actually|wait|nein|non|nee|perdón|pardon|rather)\b", _I)
_SO = re.compile(r"\b(?:so|also|donc|así que|asi que|então|quindi|dus)\b", _I)


def _bare(sentence: Sentence, today: date) -> Iterator[Candidate]:
    """ "4", "eight" or "2018" in answer to the question."""
    text = _OF_WHICH.split(sentence.text)[0]
    concluded = (_SO if not takes_back(text) else _TAKEN_BACK).split(text)[-1]
    numbers = find_numbers(concluded) or find_numbers(text)
    if len(numbers) != 1 or numbers[0].scale != 1:
        return
    number = int(numbers[0].value)
    years = today.year - number if 1800 <= number <= today.year else number
    if 0 <= years <= 300:
        yield in_sentence(years, sentence, 4)
