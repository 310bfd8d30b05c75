"""The line of business, in the merchant's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from agents.reading.choice import CORRECTION, Candidate
from agents.reading.heard import Heard
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import clause_at, clauses
from cases.application import Application, FieldName
from cases.fields.cities import countries_by_city
from cases.fields.mcc import Trade, find_trades, mcc_candidates
from cases.fields.streets import POSTCODES, STREET

_I = re.IGNORECASE

_LABEL = re.compile(
    r"^\W*(?:(?:type|line|kind|nature) of (?:business|trade|activity)|business (?:type|category|activity|"
    r"line)|type|line|industry|sector|activity|trade|category|what we do|we do|tipo de negocio|tipo|"
    r"actividad|sector|giro|activité|secteur|branche|geschäftszweig|geschäft|geschäftstätigkeit|"
    r"gegenstand|unternehmensgegenstand|"
    r"tätigkeit|gewerbe|art des (?:geschäfts|betriebs)|ramo|atividade|setor|settore|attività|"
    r"tipo di attività|sector|activiteit|soort bedrijf|業種)\s*[:=]\s*",
    _I,
)
_IDENTITY = re.compile(
    r"\b(?:we(?:'re| are| r|'ve got)?|were|i(?:'m| am)?|it(?:'s| is)|this is|my|our|we (?:run|own|operate|"
    r"have|opened)|i (?:run|own|operate|have|do)|run|own|basically|so|i\.e\.|in short|for|on|somos|tengo|"
    r"tenemos|llevo|llevamos|regento|es|nuestr[oa]|mi|"
    r"nous sommes|nous avons|nous tenons|on est|c'est|je (?:tiens|gère|suis)|notre|mon|ma|wir (?:sind|"
    r"betreiben|haben|führen)|ich (?:betreibe|habe|führe|bin)|unser\w*|mein\w*|somos|temos|tenho|é|"
    r"noss[oa]|meu|minha|"
    r"siamo|abbiamo|ho|gestisco|è|nostr[oa]|mi[oa]|wij zijn|we zijn|ik heb|ik run|onze?|mijn|"
    r"is|est|ist)\s+(?:(?:a|an|the|un|una|une|des|ein|eine|einen|um|uma|een|uno|small|little|tiny|family|"
    r"family-run|family-owned|independent|local|new|busy|just|a bit of a|also|registered)\s+){0,4}",
    _I,
)
_SELLING = re.compile(
    r"\b(?:sell(?:s|ing)?|make(?:s)?|offer(?:s|ing)?|do(?:es|ing)?|provid(?:e|es|ing)|repair(?:s|ing)?|"
    r"teach(?:es|ing)?|rent(?:s|ing)? out|import(?:s|ing)?|deliver(?:s|ing)?|specialis\w+ in|"
    r"specializ\w+ in|operate(?:s)?|run(?:s|ning)?|doing|offering|"
    r"vend(?:e|emos|o)|ofrecemos|hacemos|reparamos|vendons|proposons|fabriquons|faisons|verkaufen|bieten|"
    r"machen|vertreiben|reparieren|oferecemos|fazemos|vendiamo|offriamo|facciamo|verkopen|bieden|maken|"
    r"doen)\s+",
    _I,
)
_END = re.compile(
    r"[,.;:!?()\n|⟦]|\s[-–—]\s|\s(?:in|at|on|called|calld|named|that|which|who|with|near|from|since|where|"
    r"here|based|by|run|and (?:we|i|our|my|have|it|you)|we|please|pls|located|selling|doing|em|around|out|"
    r"online|across|and|to|because|but|so|for|of|y|e|et|und wir|und ich|en|à|que|qui|die|der|das|mit|con|"
    r"avec|com|che|"
    r"se llama|llamad[oa]|s'appelle|namens|chamad[oa]|si chiama|desde|depuis|seit|since|is|are|was|has|"
    r"have|where|op|bij|met|te|caring|helping|serving|running)\b",
    _I,
)
_KEEP_OVER = re.compile(r"^\s(?:of|de|d'|du|des|di|da|do|del|van|of|and|&|y|et|e|und|en|for) ", _I)


def read_trade(talk: Talk, known: Application, name: Heard | None) -> Heard | None:
    """The line of business: the plainest statement of it, or what the ``name`` just read tells.

    Where one is ``known`` that has a category, only an answer, a label or a correction takes its place.
    """
    found = [c for sentence in talk.sentences for c in _trades(sentence)]
    if known.business_type and mcc_candidates(known.business_type):
        least = 4 if known.business_type in (known.merchant_name or "") else 7
        found = [c for c in found if c.tier >= least or (c.tier >= 5 and CORRECTION.search(c.sentence.text))]
    elif not found:
        found = [c for sentence in talk.sentences for c in _mistyped(sentence)]
    if not found:
        return _in_name(name) if name and not known.business_type else None
    if plain := [c for c in found if c.tier >= 5 and not _is_in_name(c, name)]:
        found = plain
    corrected = [c for c in found if c.tier >= 5 and CORRECTION.search(c.sentence.text)]
    best = max(c.tier for c in found)
    chosen = corrected[-1] if corrected else next(c for c in found if c.tier == best)
    return chosen.heard(FieldName.BUSINESS_TYPE)


def _is_in_name(candidate: Candidate, name: Heard | None) -> bool:
    """Whether the words are part of the name just read: "Officina Coworking Srl" repairs no cars."""
    if name is None or name.message_seq != candidate.sentence.seq:
        return False
    message = candidate.sentence.message
    at = message.find(name.quote)
    return at <= candidate.start and candidate.end <= at + len(name.quote)


def _in_name(name: Heard) -> Heard | None:
    """ "Sparkle Car Wash Ltd": where nothing else tells the line of business."""
    trades = [trade for trade in find_trades(name.quote) if trade.weight > 1]
    if not trades:
        return None
    words = name.quote[trades[-1].start : trades[-1].end]
    return Heard(FieldName.BUSINESS_TYPE, words, words, name.message_seq)


def _trades(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    if label := _LABEL.match(text):
        line = text[label.end() :].strip(" .")
        if line:
            yield _candidate(sentence, label.end(), label.end() + len(line), 7)
        return
    if FieldName.BUSINESS_TYPE in sentence.asked:
        yield from _answer(sentence)
    parts = clauses(text)
    for trade in find_trades(text):
        clause = clause_at(parts, trade.start)
        planned = clause.planned and not re.search(_OF_PLANS, text[max(0, trade.start - 12) : trade.end], _I)
        if trade.weight == 0 or clause.others or clause.hypothetical or planned or clause.former:
            continue
        if _is_elsewhere(text, trade):
            continue
        start, end = _phrase(text, trade)
        if tier := _tier(text, start, trade, sentence):
            yield _candidate(sentence, start, end, tier)


_OF_PLANS = r"\bplan(?:ning|ung|er)?\s?$|\w\s(?:plan(?:ning|ner)|planung)\b"
"""Planning that is the trade itself: "event planning", "planning software"."""


def _mistyped(sentence: Sentence) -> Iterator[Candidate]:
    """ "we hav a cofee shop": read only where nothing is spelled well."""
    for trade in find_trades(sentence.text, mistyped=True):
        typed = sentence.text[trade.start : trade.end]
        holds = clause_at(clauses(sentence.text), trade.start).holds and not _is_elsewhere(
            sentence.text, trade
        )
        slip = trade.respelled is not None and OSA.distance(typed.removesuffix("s"), trade.respelled) <= 1
        if trade.weight > 1 and trade.respelled and slip and holds and typed.islower():
            yield Candidate(
                trade.respelled, sentence, sentence.start + trade.start, sentence.start + trade.end, 1
            )


def _answer(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    located = STREET.search(text) or any(postcode.search(text) for _, postcode in POSTCODES)
    if located or _STATES_OTHER.search(text) or any(clause.others for clause in clauses(text)):
        return
    match = re.match(
        r"^\W*(?:(?:it'?s|its|we'?re|we are|we|i|sure|ok|yes|run|sell|do|have|an?|the|mainly|mostly|"
        r"basically|un[ae]?|une|eine?|uma?|een|somos|nous sommes|wir sind|es|c'est)\s+){0,5}",
        text,
        _I,
    )
    start = match.end() if match else 0
    end_match = re.search(r"[.;!?\n(]|,(?! (?:and|\w+ and)\b)", text[start:])
    end = start + end_match.start() if end_match else len(text)
    words = text[start:end].strip()
    if 2 < len(words) <= 80 and not re.search(r"\d{3}|⟦", words):
        yield _candidate(sentence, start, start + len(words), 8 if find_trades(words) else 5)


_STATES_OTHER = re.compile(
    r"^\s*[\w .-]{2,20}:\s|\b(?:licen[cs]e|permit|owners?|holds?|turnover|revenue|address|adress|"
    r"e-?mail|website|phone|"
    r"years?|since|"
    r"called|heißt|heisst|llama|s'appelle|chama|chiama|heet|haven'?t|don'?t|not yet|not sure|no idea|"
    r"account|a/c|later|anything)\b",
    _I,
)
"""Of an answer: it is about something else than the line of business."""


def _is_elsewhere(text: str, trade: Trade) -> bool:
    """Whether the words are part of a street, a question, a link or a thing that the merchant uses."""
    before, after = text[max(0, trade.start - 30) : trade.start], text[trade.end : trade.end + 24]
    named = text[trade.start : trade.end]
    if _COUNTED.search(before):
        return True
    if named[0].isupper() and named.casefold() in countries_by_city():
        return True
    if re.search(r"[\w@/.-]$|\d\s$", before) or re.match(
        r"[@.][a-z]|['’]s\s[a-z]|\s(?:[A-Z](?!['’])|\d+)\b", after
    ):
        return True
    if re.match(
        r"\s(?:for (?:the|my|our|this|a) (?:client|company|business|merchant|owner)|street|st|road|rd|"
        r"lane|avenue|ave|quarter|district|licen[cs]e|permit|registration|account|"
        r"number|id|insurance)\b",
        after,
        _I,
    ):
        return True
    return bool(
        re.search(
            r"\b(?:next to|above|behind|opposite|near|beside|the old|former|like a|than a|not an?|no|"
            r"credit|your|by|via|"
            r"that'?s|that is|with our|use|no somos|n(?:e sommes|'est) pas|pas|kein\w*|não somos|"
            r"não é|non siamo|"
            r"non è|geen|aren't|isn't|never been)\s(?:the |an? |un[ae]? |uma? |eine? |d[e'] ?)?$",
            before,
            _I,
        )
    ) or text.rstrip().endswith("?")


_COUNTED = re.compile(
    r"\b(?:have|got|tenemos|avons|haben|abbiamo|temos|hebben)\s"
    r"(?:two|three|four|five|dos|tres|cuatro|deux|trois|quatre|zwei|drei|vier|due|tre|quattro|dois|três|"
    r"twee|drie|\d+)\s[^.]*$",
    _I,
)
"""Before things that the business has a number of, as "dos coches y una moto"."""


def _phrase(text: str, trade: Trade) -> tuple[int, int]:
    """The trade with the words that belong to it: "online kitchenware shop", "plumbing and heating"."""
    start = trade.start
    while match := re.search(
        r"(?<![\w'’])(?P<word>[a-zà-ÿ][\w'’\-]*|CBD|IT|AI|3D|B2B|DJ|Online)\s$",
        text[max(0, start - 24) : start],
    ):
        word = match["word"].casefold()
        if (
            word in _NOT_PART
            or _IDENTITY.fullmatch(match["word"] + " ")
            or _SELLING.fullmatch(match["word"] + " ")
        ):
            break
        start -= len(match["word"]) + 1
    end = trade.end
    rest = _END.search(text[end:])
    tail = text[end : end + rest.start()] if rest else text[end:]
    if len(tail.split()) <= 3 and not re.search(r"[A-ZÀ-Þ]|\d", tail):
        end += len(tail.rstrip())
    return start, end


_NOT_PART_WORDS = """
    je suis sommes ich bin wir sind ik ben wij zijn soy somos eu sou io sono siamo that's
    a an the our my your his her their this that some of in at on for to from by with and or we i you it
    is are was be so as who which new small little tiny family just only also run running own owns have
    has do does sell sells selling make makes offer offers called named un una une uno des le la les el
    los las ein eine einen der die das um uma o os as il lo gli een de het und y e et en mi mon ma mein
    meine meu minha nuestro nuestra notre unser unsere nosso nossa nostro nostra onze about like around
    love proud busy local still here there not no its it's we're i'm am were r hi hello hey basically
    registered into through take takes cards card pay accept money made opened open start started year
    years last first another other every each any
"""
_NOT_PART = frozenset(_NOT_PART_WORDS.split())


def _tier(text: str, start: int, trade: Trade, sentence: Sentence) -> int:
    before = text[:start]
    generic = trade.weight <= 1
    if re.search(r"\b(?:so|basically|i\.e\.|in short)\s(?:an? )?$", before, _I):
        return 5 - generic
    if any(identity.end() == len(before) for identity in _IDENTITY.finditer(before)):
        return 5 - generic
    if re.search(
        r"(?:^|[,.:(]\s?|\s[-–—]\s)(?:(?:an?|the|un[aeo]?|une|eine?|uma?|een|our|small|family|independent|"
        r"online)\s+){0,3}$",
        before,
        _I,
    ):
        return 5 - generic if sentence.order <= 3 or _follows_name(before) else 3 - generic
    selling = max((match.end() for match in _SELLING.finditer(before)), default=-100)
    if len(before) - selling <= 30 and not re.search(r"[,.;]", before[selling:]):
        return 4 - generic
    inside_name = text[trade.start].isupper() and bool(re.search(r"[A-ZÀ-Þ&][\w'’.]*\s$", before))
    return 0 if generic or inside_name else 2


def _follows_name(before: str) -> bool:
    return bool(re.search(r"[A-ZÀ-Þ][\w'’.&-]*[,.:]?\s*(?:-\s)?(?:an?\s)?$", before))


def _candidate(sentence: Sentence, start: int, end: int, tier: int) -> Candidate:
    text = sentence.text[start:end]
    lead = len(text) - len(text.lstrip())
    value = _ARTICLE.sub("", re.sub(r"\s+", " ", text.strip(' .,;:!"“”')))
    return Candidate(value or text, sentence, sentence.start + start + lead, sentence.start + end, tier)


_ARTICLE = re.compile(r"^(?:an?|un|una|uno|une|des|du|eine?|einen|uma?|een)\s(?=\w{3})", _I)
