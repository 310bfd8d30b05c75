"""The people and shares in a text on owners, in their order."""

from __future__ import annotations

import re
from itertools import pairwise

from cases.fields.names import find_names, is_word_of_a_name
from cases.fields.owner_piece import Piece
from cases.fields.owner_shares import shares
from cases.fields.owner_words import CUE, EQUAL, SELF


def pieces(text: str, asked: bool) -> list[Piece]:
    """The people and shares in a text; ``asked``: it answers the question who owns the business."""
    names = _kept([Piece(name.start, name.end, "name", name.text) for name in find_names(text)], text)
    if asked or re.search(r"\b(?:owners?|shareholders?|partners?)\b\s*[:=]", text, re.IGNORECASE):
        found = [item for item in _lower_case_names(text) if not _overlaps(item, names)]
        names += [item for item in found if not _is_within_a_sentence(text, item)]
    elif not re.search(r"[A-ZÀ-Þ]", text.removeprefix("I ")) and (CUE.search(text) or EQUAL.search(text)):
        names += [item for item in _lower_case_names(text) if _is_set_off(text, item)]
    selves = [Piece(m.start(), m.end(), "self") for m in SELF.finditer(text)]
    found = [*names, *(item for item in selves if not _overlaps(item, names)), *shares(text, asked)]
    return _with_writer_merged(text, sorted(found, key=lambda item: item.start))


_SORRY = re.compile(
    r"\W+(?:(?:no|wait|oh|ah)\W+){0,2}(?:sorry|i mean|i meant|make that|rather|correction|pardon|perdón|digo|"
    r"désolée?|entschuldigung|ich meine|scusa\w*|anzi|desculpe?|aliás|excuus)\W+",
    re.IGNORECASE,
)
"""Between two names: the second takes the first one's place."""


def _kept(names: list[Piece], text: str) -> list[Piece]:
    """The names without those that were taken back: "Jon Smith, sorry, John Smyth"."""
    gone = [one for one, other in pairwise(names) if _SORRY.fullmatch(text, one.end, other.start)]
    return [name for name in names if name not in gone]


def _overlaps(item: Piece, others: list[Piece]) -> bool:
    return any(item.start < other.end and other.start < item.end for other in others)


def _lower_case_names(text: str) -> list[Piece]:
    """Two to four words in a row that can be a name, where the question or a label asks for names."""
    found: list[Piece] = []
    run: list[re.Match[str]] = []
    for word in [*re.finditer(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", text), None]:
        joined = word is not None and (not run or text[run[-1].end() : word.start()] == " ")
        if word is not None and joined and is_word_of_a_name(re.sub(r"['’\-]", "", word[0])):
            run.append(word)
            continue
        if 2 <= len(run) <= 4:
            start, end = run[0].start(), run[-1].end()
            found.append(Piece(start, end, "name", text[start:end]))
        run = [word] if word is not None and is_word_of_a_name(word[0]) else []
    return found


def _with_writer_merged(text: str, items: list[Piece]) -> list[Piece]:
    """ "only me, Hector Villaseñor", "mine (Beatriz …)", "I'm Tessa …": one person, not two."""
    merged: list[Piece] = []
    for item in items:
        before = merged[-1] if merged else None
        if (
            before
            and before.kind == "self"
            and item.kind == "name"
            and _same_person(text[before.end : item.start])
        ):
            merged[-1] = Piece(before.start, item.end, "name", item.text)
        elif (
            before
            and before.kind == "name"
            and item.kind == "self"
            and re.fullmatch(r"\s?[(,]\s?(?:that'?s |so )?", text[before.end : item.start])
        ):
            before.end = item.end
        else:
            merged.append(item)
    return merged


def _same_person(between: str) -> bool:
    return bool(
        re.fullmatch(
            r"\s?(?:[,:(–-]|\s-)\s?(?:i am |i'm |soy |that is )?(?:(?:dr|mr|mrs|ms|prof)\.? )?|\s",
            between,
            re.IGNORECASE,
        )
    )


def share_surnames(text: str, items: list[Piece]) -> None:
    """ "Wes and Ruth Hallam" are Wes Hallam and Ruth Hallam."""
    for first, second in pairwise([item for item in items if item.kind == "name"]):
        joined = re.fullmatch(r"\s(?:and|&|y|et|und|e|en)\s", text[first.end : second.start])
        if joined and " " not in first.text and len(second.text.split()) == 2:
            first.text = f"{first.text} {second.text.split()[1]}"


_BEFORE = re.compile(
    r"(?:^|[,.:;(–-]|\b(?:me|i'm|im|i am|is|are|r|and|between|dad|mum|mom|brother|sister|wife|husband|"
    r"partner|mate|fella|"
    r"kid|owner|owners|by|y|et|und|e|soy|ich bin))\W*$"
)
_AFTER = re.compile(
    r"\s?(?:$|[,.(;–…-]|\d|i\b|and\b|owns?\b|has\b|have\b|holds?\b|is the owner|y\b|et\b|und\b|e\b|half\b|"
    r"each\b)"
)


_ARTICLE = re.compile(
    r"\b(?:an?|the|my|our|her|his|their|un|una|une|le|la|les|der|die|das|den|ein|eine|einen|o|a|um|uma|il|lo|"
    r"een|het|(?:unser|mein|ihr|sein)e?[nrms]?|notre|mon|ma|nuestro|nuestra|mi)\s$",
    re.IGNORECASE,
)


def _is_within_a_sentence(text: str, item: Piece) -> bool:
    """Whether an article stands before the words: "runs a bakery next door" names nobody."""
    return bool(_ARTICLE.search(text[: item.start]))


def _is_set_off(text: str, item: Piece) -> bool:
    """Whether a row of words in lower case stands where a name would: "me callum reid and …"."""
    plain = len(item.text.split()) == 2 and _BEFORE.search(text[: item.start])
    return bool(plain and _AFTER.match(text[item.end :]))
