"""Where the business is: a street with its town, or for a start only the town."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from agents.reading.address_completions import find_completion
from agents.reading.address_lines import find_labelled
from agents.reading.address_runs import Run, find_addresses
from agents.reading.choice import CORRECTION, Candidate
from agents.reading.heard import Heard, Said
from agents.reading.name_answers import answered_name
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import clause_at, clauses
from agents.reading.towns import find_towns
from cases.application import Address, FieldName
from cases.fields.address import merge_address
from cases.fields.dictated import codes_in_digits
from cases.fields.streets import STREET

_I = re.IGNORECASE
_NOT_HERE = re.compile(
    r"\b(?:home address|i live|we live|my house|old (?:address|shop|place|premises)|previous\w*|former\w*|"
    r"moved (?:from|out)|used to be|warehouse|landlord|supplier|accountant|"
    r"storage|branch(?:es)?|second (?:shop|location|site|store)|billing|invoice|mail(?:ing)? address|"
    r"no longer|"
    r"studied|trained at|worked|delivered? to|next (?:door )?to|"
    r"domicilio particular|vivo en|antes|j'habite|ich wohne|privatadresse|früher|moro em|abito|"
    r"ik woon|oude adres|born|competitor\w*)\b",
    _I,
)
_MOVED = re.compile(
    r"\b(?:moved|new address|now at|relocated|nueva dirección|nouvelle adresse|neue adresse|"
    r"umgezogen|novo endereço|nuovo indirizzo|verhuisd)\b",
    _I,
)
_MOST_IN_A_MESSAGE = 3


def read_addresses(talk: Talk, known: Address | None, told: str | None = None) -> list[Heard]:
    """The facts that make up the address, in the order in which they complete each other.

    ``told`` is the country that other facts of the case tell, for an address that names none.
    """
    facts: list[Heard] = []
    address = known
    verbatim = {said.seq: said.text for said in talk.messages}
    for candidate in _stated(_with_codes_in_digits(talk), known):
        new = candidate.value
        if not isinstance(new, Address):
            continue
        if told and new.line1 and new.country is None and (address is None or address.country is None):
            new = new.model_copy(update={"country": told})
        if _adds_nothing(address, new) or not _holds(candidate, new, address):
            continue
        address = merge_address(address, new)
        quote = _quote(candidate, verbatim[candidate.sentence.seq])
        facts.append(Heard(FieldName.ADDRESS, address, quote, candidate.sentence.seq))
    return _needed(facts, known)


def _quote(candidate: Candidate, verbatim: str) -> str:
    """The words of an address as they were said; all of its sentence where a postcode was dictated."""
    start, end = candidate.start, candidate.end
    if candidate.sentence.message != verbatim:
        start, end = min(start, candidate.sentence.start), max(end, candidate.sentence.end)
    return verbatim[start:end]


def _with_codes_in_digits(talk: Talk) -> Talk:
    return Talk(
        tuple(replace(sentence, message=codes_in_digits(sentence.message)) for sentence in talk.sentences),
        tuple(replace(said, text=codes_in_digits(said.text)) for said in talk.messages),
    )


def _holds(candidate: Candidate, new: Address, old: Address | None) -> bool:
    """Whether an address may stand beside or instead of the one that was said before."""
    if old is None or not old.line1:
        return True
    if new.line1 and _POST_BOX.match(new.line1):
        return False
    if _corrects(candidate) or _POST_BOX.match(old.line1):
        return True
    return _fuller(new, old) if new.line1 else _completes(new, old)


_BY_MAIL = re.compile(r"\bmail(?:ing)? address\b", _I)
_POST_BOX = re.compile(r"(?:p\.?\s?o\.? ?box|postfach|apartado|bo[iî]te postale|postbus)\b.*", _I)


def _corrects(candidate: Candidate) -> bool:
    words = candidate.sentence.text
    asked = FieldName.ADDRESS in candidate.sentence.asked
    return asked or bool(CORRECTION.search(words)) or bool(_MOVED.search(words))


def _fuller(new: Address, old: Address) -> bool:
    return sum(part is not None for _, part in new) > sum(part is not None for _, part in old)


def _completes(new: Address, old: Address) -> bool:
    """Whether a place without a street tells only what the address lacked."""
    lacking = old.city is None or (old.postal_code is None and new.postal_code is not None)
    return lacking and all(
        part is None or getattr(old, key) in (None, part) for key, part in new if key != "country"
    )


def _adds_nothing(old: Address | None, new: Address) -> bool:
    return old is not None and all(part is None or part == getattr(old, key) for key, part in new)


def _needed(facts: list[Heard], known: Address | None) -> list[Heard]:
    """Leave out steps that the last one does not build on."""
    if not facts:
        return []
    last = facts[-1]
    stated = last.quote.casefold()
    complete = isinstance(last.value, Address) and all(
        part is None
        or str(part).casefold() in stated
        or key == "country"
        or (known and getattr(known, key) == part)
        for key, part in last.value
    )
    named = {fact.value.country for fact in facts if isinstance(fact.value, Address)}
    return [last] if complete and len(named) == 1 else facts


def _stated(talk: Talk, known: Address | None) -> Iterator[Candidate]:
    has_street = bool(known and known.line1)
    for said in talk.messages:
        own = [s for s in talk.sentences if s.seq == said.seq]
        if not own:
            continue
        streets = list(_with_street(said, own, known))
        told = any(isinstance(street.value, Address) and street.value.city for street in streets)
        places = [] if told else list(_places(said, own, has_street or bool(streets)))
        has_street = has_street or bool(streets)
        yield from sorted([*streets, *places], key=lambda c: c.start)[:_MOST_IN_A_MESSAGE]


def _with_street(said: Said, own: Sequence[Sentence], known: Address | None) -> Iterator[Candidate]:
    labelled = find_labelled(said.text)
    asked, begin = FieldName.ADDRESS in said.asked, _behind_name(said, own[0])
    runs = [labelled] if labelled else list(find_addresses(said.text, asked, begin))
    for run in runs or _street_alone(said, own, known):
        sentence = next((s for s in own if s.start <= run.start < s.end), None)
        if sentence is not None and _is_own(sentence.text, run.start - sentence.start, run.address):
            yield Candidate(run.address, sentence, run.start, run.end, 2 + run.labelled)


def _behind_name(said: Said, first: Sentence) -> int:
    """Where an answer goes on behind the business's name, which is no part of its address."""
    span = answered_name(first) if FieldName.MERCHANT_NAME in said.asked else None
    return first.start + span[1] if span else 0


def _street_alone(said: Said, own: Sequence[Sentence], known: Address | None) -> Iterable[Run]:
    """ "Kerkstraat 18" and nothing else, or "31 West Port" from somebody who has told the town."""
    words = said.text.strip(" .,\n")
    awaited = known is not None and known.city is not None and known.line1 is None
    alone = STREET.fullmatch(words) or (awaited and _NUMBER_AND_NAME.fullmatch(words))
    return find_addresses(said.text, asked=True) if alone and len(own) == 1 and not said.asked else ()


_NUMBER_AND_NAME = re.compile(r"\d{1,4}[a-zA-Z]?(?: [A-ZÀ-Þ][\w'’\-]+){1,4}")


def _is_own(text: str, at: int, address: Address) -> bool:
    clause = clause_at(clauses(text), max(0, at))
    before = text[max(0, at - 50) : max(0, at)]
    if address.line1 and _POST_BOX.match(address.line1):
        before = _BY_MAIL.sub(" ", before)
    return not (clause.others or clause.planned or clause.hypothetical or _NOT_HERE.search(before))


def _places(said: Said, own: Sequence[Sentence], has_street: bool) -> Iterator[Candidate]:
    """Towns, and for a street that is known or was asked for the postcode that completes it."""
    if has_street or FieldName.ADDRESS in said.asked:
        for sentence in own:
            if run := find_completion(sentence.text, FieldName.ADDRESS in said.asked):
                at = sentence.start
                yield Candidate(run.address, sentence, at + run.start, at + run.end, 1)
                return
    for sentence in own:
        for start, end, address in find_towns(sentence.text):
            former = clause_at(clauses(sentence.text), start).former
            if _is_own(sentence.text, start, address) and not former:
                yield Candidate(address, sentence, sentence.start + start, sentence.start + end, 1)
