"""Who owns the business, from the sentences that speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.reading.heard import Heard
from agents.reading.passages import Sentence, Talk
from cases.application import FieldName, Owner
from cases.fields.names import find_names
from cases.fields.owner_shares import lists_shares
from cases.fields.owner_words import CUE, EQUAL, INTRODUCTION, NONE, PERCENT, SOLE
from cases.fields.owners import introduced, read_owners
from cases.fields.wording import words_of

_I = re.IGNORECASE
_SPEAKS_OF_SHARES = re.compile(
    rf"{CUE.pattern}|{SOLE.pattern}|{PERCENT.pattern}|{EQUAL.pattern}|\d\s?/\s?\d\d|"
    rf"(?<!and a )(?<!and )\bhalf\b(?! (?:a|years?|million))|\b(?:it'?s|all) mine\b|\bremaining \d",
    _I,
)
_NOT_SHARES = re.compile(
    r"\b(?:discount|commission|margin|vat|tax|growth|grew|up by|fee|transaction|rate|interest|apr|cash|"
    r"online|deposit|of (?:our )?(?:sales|revenue|turnover|customers|orders)|iva|mwst|tva|btw|"
    r"landlord owns|owns the building|own the building|franchise|friend|neighbou?r|competitor)\b",
    _I,
)


def read_ownership(talk: Talk, known: Sequence[Owner], before: Talk) -> list[Heard]:
    """The facts that give the owners; where only the last one holds, that one alone.

    ``before``: what was said earlier, where the writer may have said who they are.
    """
    writer, introduction = _writer(talk)
    if writer is None:
        writer, introduction = _writer(before)
    facts: list[Heard] = []
    owners: tuple[Owner, ...] = tuple(known)
    for said in talk.messages:
        own = [s for s in talk.sentences if s.seq == said.seq]
        for group in _groups(own, FieldName.OWNERS in said.asked):
            start, end = group[0].start, group[-1].end
            words = said.text[start:end]
            stated = read_owners(words, writer=writer, known=owners, asked=FieldName.OWNERS in said.asked)
            if not stated or _weaker(stated, owners):
                continue
            quote_end = end
            if not _names_all(stated, words, owners):
                step = _writer_step(stated, words, introduction)
                if step is None:
                    continue
                if step.message_seq == said.seq:
                    start, quote_end = _span_with(said.text, start, end, str(writer))
                else:
                    facts.append(step)
            facts.append(Heard(FieldName.OWNERS, stated, said.text[start:quote_end], said.seq))
            owners = stated
    return _last_with_its_steps(facts, known)


def _writer(talk: Talk) -> tuple[str | None, Heard | None]:
    """Who "I" is: by introduction, or by the name under a mail."""
    for sentence in talk.sentences:
        if name := introduced(sentence.text):
            fact = Heard(FieldName.OWNERS, (Owner(name=name),), _introducing(sentence, name), sentence.seq)
            return name, fact
    for sentence in talk.sentences:
        names = find_names(sentence.text) if sentence.in_signature else []
        if (
            names
            and names[0].text == sentence.text.strip()
            and not names[0].is_company
            and " " in names[0].text
        ):
            return names[0].text, Heard(
                FieldName.OWNERS, (Owner(name=names[0].text),), sentence.text, sentence.seq
            )
    return None, None


def _introducing(sentence: Sentence, name: str) -> str:
    for match in INTRODUCTION.finditer(sentence.text):
        end = sentence.text.find(name, max(0, match.end() - 1))
        if 0 <= end - match.end() <= 1:
            return sentence.text[match.start() : end + len(name)]
    return sentence.text


def _groups(own: list[Sentence], asked: bool) -> list[list[Sentence]]:
    """Neighbouring sentences that speak of owners; an answer to the question is read as a whole."""
    if asked:
        return [own] if own else []
    groups: list[list[Sentence]] = []
    for sentence in own:
        introduces = (
            bool(groups) and groups[-1][-1].order + 1 == sentence.order and bool(introduced(sentence.text))
        )
        speaks = _SPEAKS_OF_SHARES.search(sentence.text) or lists_shares(sentence.text)
        if not speaks and not introduces and not _lists_full_names(sentence, groups):
            continue
        if _NOT_SHARES.search(sentence.text) and not re.search(
            r"\b(?:own|holds?|shares?|sole)\w*\b", sentence.text, _I
        ):
            continue
        earlier = next((s for s in own if s.order == sentence.order - 1), None)
        if earlier and re.search(r"\b(?:she|he) (?:owns|holds|has)\b", sentence.text, _I) and not groups:
            groups.append([earlier])
        if groups and groups[-1][-1].order + 1 == sentence.order and not NONE.search(sentence.text):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return [*groups, *([s] for group in groups if len(group) > 1 for s in group if not _whole(group))]


def _lists_full_names(sentence: Sentence, groups: list[list[Sentence]]) -> bool:
    """Whether a sentence behind one on the shares gives the owners' names, and nothing else."""
    follows = bool(groups) and groups[-1][-1].order + 1 == sentence.order
    return bool(groups) and bool(
        _FULL_NAMES.search(sentence.text) or (follows and _ONLY_NAMES.fullmatch(sentence.text))
    )


_FULL_NAMES = re.compile(
    r"\bfull names?\b|\bnombres completos\b|\bnoms complets\b|\bvolle namen\b|\bnomi completi\b|"
    r"\bnomes completos\b|\bvolledige namen\b",
    _I,
)
_ONLY_NAMES = re.compile(
    r"[^\W\d_]+(?: [^\W\d_]+){1,2}(?:(?:, | & | and | y | et | und | e | en )"
    r"[^\W\d_]+(?: [^\W\d_]+){1,2}){1,3}\W*"
)


def _whole(group: list[Sentence]) -> bool:
    text = group[0].message[group[0].start : group[-1].end]
    return bool(read_owners(text))


def _weaker(stated: tuple[Owner, ...], owners: tuple[Owner, ...]) -> bool:
    """Whether what is stated says less of the same people than is known."""
    names = {owner.name for owner in owners}
    no_shares = all(owner.ownership_percent is None for owner in stated)
    return bool(owners) and no_shares and {owner.name for owner in stated} <= names


def _names_all(stated: tuple[Owner, ...], words: str, known: Sequence[Owner]) -> bool:
    names = {owner.name for owner in known}
    said = set(words_of(words))
    return all(set(words_of(owner.name)) <= said or owner.name in names for owner in stated)


def _writer_step(stated: tuple[Owner, ...], words: str, introduction: Heard | None) -> Heard | None:
    """The message in which the writer gives their name, where the shares do not repeat it."""
    if introduction is None or not isinstance(introduction.value, tuple):
        return None
    said = set(words_of(words))
    missing = [owner.name for owner in stated if not set(words_of(owner.name)) <= said]
    return introduction if missing == [introduction.value[0].name] else None


def _span_with(text: str, start: int, end: int, name: str) -> tuple[int, int]:
    at = text.find(name)
    return (min(start, at), max(end, at + len(name))) if at >= 0 else (start, end)


def _last_with_its_steps(facts: list[Heard], known: Sequence[Owner]) -> list[Heard]:
    """The last fact, and those before it whose names it takes over."""
    if not facts:
        return []
    last = facts[-1]
    needed = isinstance(last.value, tuple) and not _names_all(last.value, last.quote, known)
    return facts if needed else [last]
