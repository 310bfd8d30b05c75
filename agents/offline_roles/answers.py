"""Reading messages that may answer one of several questions at once, or none of them.

A bare "11" can only be read by what was asked; but with three questions open it must not be read as
all three, and what a message plainly states counts whatever was asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from agents.offline_roles.asides import is_aside, is_in_other_script
from agents.reading import (
    Absent,
    Heard,
    Reading,
    Said,
    read,
    read_underwriting,
    restored,
    without_questions,
)
from cases.application import Address, Application, FieldName, Owner
from cases.fields import mcc_candidates
from cases.fields.underwriting import WORDS

_NOTHING_SAID = re.compile(
    r"h+m+|mhm|a+h|o+h|ok(?:ay|ey)?|k|hi|hello|hey|ye[sp]|yeah|nope?|sure|right|well|so|what|huh|lol|haha|"
    r"thanks?|thank|you|cool|great|fine|good|nice|wait|please|sorry|and|but|e+r|u+[hm]|"
    r"s[ií]|vale|claro|bueno|bien|perd[oó]n|espere|oui|ouais|d['’]?accord|bon|bien|pardon|attendez|euh|"
    r"ja|jawohl|nein|doch|gut|klar|moment|äh+m?|entschuldigung|non"
)
"""Words of a message that answers nothing."""

_NO_NAME = re.compile(
    r"(?:s?he|they|who|there|what)'(?:s|re|ve|d|ll)|they|"
    r"(?:friend|mate|buddy|neighbou?r|cousin|brother|sister|uncle|aunt|m[uo]m|dad|wife|husband|landlord)'s|"
    r"i|i'm|that(?:'?s)?|nothing|all|right|the|bit|after|before|ha(?:ve|s|d)|it(?:'s)?|is|are|same|no|not|yes|"
    r"none|we|you|done|everything|anything|else|wrong|correct|don'?t|will|can|"
    r"yo|es|son|no|nada|todo|nosotros|moi|je|nous|c'est|est|rien|tout|ich|wir|das|ist|sind|nichts|alles|nur|kein\w*"
)
"""Words that are no part of an owner's name."""

_PASSED_OVER = re.compile(
    r"\b(?:thanks?|thank you|skip|pass|later|wrong|right|correct|true|problem|"
    r"gracias|luego|después|paso|correcto|merci|plus tard|passe|exact|danke|später|weiter|richtig|stimmt)\b",
    re.I,
)
_LONGEST_NO = 5
_SORRY = (
    r"(?:sorry|oh|oops|pardon|perd[oó]n|disculpe|désolée?|entschuldigung|verzeihung|no|non|nein)[\s,.:;!–-]+"
)
_APOLOGY = re.compile(rf"\A\W*(?:{_SORRY})+", re.I)
_LEAD = re.compile(
    rf"\A\W*(?:{_SORRY}|(?:it is|it['’]s|we are|we['’]re|i am|actually|in fact|really|an?|"
    r"es una?|somos una?|en realidad|"
    r"c['’]est une?|en fait|nous sommes|es ist|wir sind|eigentlich|eine?)\s+)+",
    re.I,
)
"""What stands before an answer and is no part of it."""


def read_answers(
    said: Sequence[Said],
    today: date,
    application: Application,
    *,
    earlier: Sequence[Said] = (),
    plainly: bool = False,
    underwriting: Collection[FieldName] = (),
) -> Reading:
    """What the messages state, and what they answer; an answer is taken for one question only.

    ``earlier``: messages that were read before. ``plainly``: nobody asked just that, so words that
    would do for anything are no answer. ``underwriting``: the fields of how a merchant sells that count
    here; their words are taken out of the messages before anything else is read.
    """
    if not underwriting:
        return _read_rest(said, today, application, earlier=earlier, plainly=plainly)
    other = _read_rest(without_questions(said), today, application, earlier=earlier, plainly=plainly)
    told = read_underwriting(said, underwriting, other, application)
    reading = _read_rest(told.rest, today, application, earlier=earlier, plainly=plainly)
    texts = {one.seq: one.text for one in said}
    facts = (fact for fact in told.facts if not _is_words(fact) or _can_answer(texts[fact.message_seq], fact))
    return Reading(
        (*(restored(fact, said, told.rest) for fact in reading.facts), *facts),
        (*reading.absent, *told.absent),
    )


def _is_words(fact: Heard) -> bool:
    return fact.field in WORDS


def _read_rest(
    said: Sequence[Said],
    today: date,
    application: Application,
    *,
    earlier: Sequence[Said],
    plainly: bool,
) -> Reading:
    plain = read(
        [replace(one, asked=()) for one in said], today=today, application=application, earlier=earlier
    )
    stated = [fact for fact in plain.facts if not _is_mistaken(fact, plain, application)]
    texts = {one.seq: one.text for one in (*earlier, *said)}
    taken = list(stated)
    for fact in sorted(_answers(said, today, application, earlier), key=_by_trade):
        if _is_street(fact):
            taken = [other for other in taken if other.field not in _IN_STREETS or not _overlap(fact, other)]
        is_new = fact.field not in {other.field for other in stated}
        is_bare = not any(_overlap(fact, other) for other in taken)
        is_open = not _is_free_text(fact) or (application.get(fact.field) is None and not plainly)
        if is_new and is_bare and is_open and _can_answer(texts[fact.message_seq], fact):
            taken.append(fact)
    return Reading(tuple(taken), (*plain.absent, *_gaps(said, plain, today, application)))


def _is_free_text(fact: Heard) -> bool:
    """Whether any words would do as its value; a line of business that is known as one is not."""
    if fact.field is FieldName.BUSINESS_TYPE:
        return not mcc_candidates(str(fact.value).replace("-", " "))
    return fact.field is FieldName.MERCHANT_NAME


_IN_STREETS = (FieldName.BUSINESS_TYPE, FieldName.MERCHANT_NAME)
"""What the words of a street may be taken for: "Mill Lane", "Carrer de Tallers"."""


def _is_street(fact: Heard) -> bool:
    return isinstance(fact.value, Address) and fact.value.line1 is not None


def _answers(
    said: Sequence[Said], today: date, application: Application, earlier: Sequence[Said]
) -> Iterator[Heard]:
    """What the messages would say if each open question were the only one."""
    for field in _asked(said):
        for fact in _read_as(said, field, today, application, earlier).facts:
            if fact.field is field:
                yield fact


def _is_mistaken(fact: Heard, reading: Reading, application: Application) -> bool:
    """Whether a business name was read from an address, or a second one from an owner or an amount."""
    if fact.field is not FieldName.MERCHANT_NAME:
        return False
    others = {FieldName.ADDRESS}
    if application.merchant_name is not None:
        others |= {FieldName.OWNERS, FieldName.ANNUAL_REVENUE, FieldName.CURRENCY}
    return any(_overlap(fact, other) for other in reading.facts if other.field in others)


def _asked(said: Sequence[Said]) -> tuple[FieldName, ...]:
    return tuple(dict.fromkeys(field for one in said for field in one.asked))


def _read_as(
    said: Sequence[Said],
    field: FieldName,
    today: date,
    application: Application,
    earlier: Sequence[Said],
) -> Reading:
    """The messages as if that one question had been asked, where it was."""
    lead = _LEAD if field is FieldName.BUSINESS_TYPE else _APOLOGY
    # Before the address that was asked for with it, a name is no part of that.
    kept = {field, FieldName.MERCHANT_NAME} if field is FieldName.ADDRESS else {field}
    narrowed = [
        replace(one, text=lead.sub("", one.text), asked=tuple(f for f in one.asked if f in kept))
        for one in said
    ]
    return read(narrowed, today=today, application=application, earlier=earlier)


def _by_trade(fact: Heard) -> bool:
    """A line of business that is known as one comes first, or it would be taken for the name."""
    return not (fact.field is FieldName.BUSINESS_TYPE and mcc_candidates(str(fact.value)))


def _overlap(one: Heard, other: Heard) -> bool:
    same = one.message_seq == other.message_seq and one.field is not other.field
    return same and (one.quote in other.quote or other.quote in one.quote)


def _can_answer(text: str, fact: Heard) -> bool:
    """Whether a message is the kind that answers a question in its bare words."""
    words = _words(text)
    if is_aside(text) or all(map(_NOTHING_SAID.fullmatch, words)):
        return False
    if fact.field is FieldName.BUSINESS_TYPE and is_in_other_script(text):
        return False
    if not isinstance(fact.value, tuple):
        return True
    owners: tuple[Owner, ...] = fact.value
    return not any(_NO_NAME.fullmatch(word) for owner in owners for word in _words(owner.name))


def _gaps(said: Sequence[Said], plain: Reading, today: date, application: Application) -> Iterator[Absent]:
    """What a short "no" says that there is none of; a "no thanks" only passes the question over."""
    texts = {one.seq: one.text for one in said}
    named = {gap.message_seq for gap in plain.absent}
    for gap in read(said, today=today, application=application).absent:
        text = texts[gap.message_seq]
        is_short = len(_words(text)) <= _LONGEST_NO and not _PASSED_OVER.search(text)
        if gap.message_seq not in named and is_short:
            yield gap


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold().replace("’", "'"))
