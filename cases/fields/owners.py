"""Owners and their shares: "me 65 and Shaz 35", "fifty fifty", "the sole owner, Dale Whitcomb"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

from pydantic import ValidationError

from cases.application import FieldName, Owner
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.names import find_names, is_word_of_a_name
from cases.fields.owner_pairs import (
    as_owners,
    beside_equal,
    distinct,
    in_order,
    paired_shares,
    with_full_names,
)
from cases.fields.owner_piece import Piece
from cases.fields.owner_pieces import pieces, share_surnames
from cases.fields.owner_shares import listed_shares
from cases.fields.owner_words import CUE, EQUAL, INTRODUCTION, NONE, PERCENT, SOLE
from cases.fields.wording import squeezed, words_of

_TOKEN = re.compile(r"⟦[^⟧\n]*⟧")
"""What stands for a sensitive value; its number is nobody's share."""
_CASUAL_NAME = re.compile(
    r"\b(?:my name is|my name's|me llamo|je m'appelle|ich heiße|mein name ist|me chamo|mi chiamo|"
    r"mijn naam is|ik heet)\s+"
    r"(?P<name>[^\W\d_]+(?:[ \-][^\W\d_]+){1,2})(?=[,.\n;]|\s(?:and|from|y|et|und|of)\b|$)",
    re.IGNORECASE,
)


def introduced(text: str) -> str | None:
    """The name by which the writer introduces themselves ("I'm Tessa Okafor"), if a person's."""
    casual = _CASUAL_NAME.search(text)
    if casual and all(is_word_of_a_name(word) for word in re.split(r"[ \-]", casual["name"])):
        return casual["name"]
    for match in INTRODUCTION.finditer(text):
        for name in find_names(text[match.end() : match.end() + 80]):
            lead = text[match.end() : match.end() + name.start].strip(" .")
            if (
                (
                    name.start <= 1
                    or lead
                    in ("Dr", "Mr", "Mrs", "Ms", "Herr", "Frau", "Prof", "a", "la", "el", "der", "die")
                )
                and " " in name.text
                and not name.is_company
            ):
                return name.text
    return None


def read_owners(
    text: str, *, writer: str | None = None, known: Sequence[Owner] = (), asked: bool = False
) -> tuple[Owner, ...]:
    """The owners that a text states, () if none; ``writer`` is who "I" is, ``known`` those so far."""
    if len(text) > 4000 or NONE.search(text):
        return ()
    text = _TOKEN.sub(lambda token: "…" * len(token[0]), text)
    writer = introduced(text) or writer
    items = pieces(text, asked)
    shares = listed_shares(text)
    share_surnames(text, items)
    names = [item for item in items if item.kind in ("name", "self")]
    if shares:
        return in_order(shares, names, writer, known)
    if (equal := EQUAL.search(text)) and len(distinct(names, writer)) > 1:
        people = distinct(beside_equal(text, names, equal), writer)
        return as_owners([(name, round(100 / len(people), 2)) for name in people])
    paired = paired_shares(text, items, writer)
    if paired:
        full = with_full_names(text, paired, items, known)
        plain = asked or PERCENT.search(text) or all(" " in name for name, _ in full)
        return as_owners(full) if plain else ()
    if SOLE.search(text):
        return _sole(text, names, writer)
    if asked or CUE.search(text):
        return as_owners([(name, None) for name in _named_as_owners(text, names, writer, asked)])
    return ()


def _sole(text: str, names: list[Piece], writer: str | None) -> tuple[Owner, ...]:
    sole = SOLE.search(text)
    people = [item for item in names if item.kind == "name" and " " in item.text]
    near = sorted(people, key=lambda item: _distance(item, sole) if sole else 0)
    name = near[0].text if near else writer
    return as_owners([(name, 100.0)]) if name else ()


def _distance(item: Piece, other: re.Match[str]) -> int:
    return max(item.start - other.end(), other.start() - item.end, 0)


_LIST_GAP = re.compile(
    r"\s*(?:,|&|and|y|e|et|und|en|,\s*and|\+|/|\s)\s*(?:my \w+ |mi \w+ |ma \w+ |mon \w+ |meine? \w+ )?",
    re.IGNORECASE,
)


def _named_as_owners(text: str, names: list[Piece], writer: str | None, asked: bool) -> list[str]:
    """The names in the list that stands right beside the word for owners."""
    cues = list(CUE.finditer(text))
    chosen: list[Piece] = []
    for item in names:
        beside = any(_is_beside(text, item, cue) for cue in cues) or (asked and not cues)
        follows = bool(chosen) and bool(_LIST_GAP.fullmatch(text, chosen[-1].end, item.start))
        if beside or follows:
            chosen.append(item)
    people = distinct([item for item in chosen if item.kind == "name" or writer], writer)
    return [name for name in people if " " in name]


def _is_beside(text: str, item: Piece, cue: re.Match[str]) -> bool:
    if cue.end() <= item.start:
        between = text[cue.end() : item.start]
        return bool(
            re.fullmatch(
                r"(?:\W|\b(?:is|are|by|es|son|est|sont|ist|sind|é|são|è|sono|zijn|namely|me|myself|and|"
                r"the|name|names|to|von|par|por|door|mr|mrs|ms)\b){0,6}",
                between,
                re.I,
            )
        )
    between = text[item.end : cue.start()]
    return bool(
        re.fullmatch(
            r"(?:\W|\b(?:is|am|are|the|an?|our|my|and|co|who|one|also|both|es|la|el|le|est|ist|der|die|é|"
            r"o|a|è|il|de|jointly|together)\b){0,6}",
            between,
            re.I,
        )
    )


def parse(value: object) -> tuple[Owner, ...]:
    """Owners from a list of objects (name, ownership_percent) or a line of text; raises Invalid."""
    if isinstance(value, str):
        owners = read_owners(value, asked=True)
    elif isinstance(value, list | tuple):
        owners = tuple(_owner(entry) for entry in cast("Sequence[object]", value))
    else:
        owners = ()
    if not owners or len(owners) > 50:
        raise Invalid("Owners are given by name, each with a share in percent.", code="invalid_owners")
    if sum(owner.ownership_percent or 0 for owner in owners) > 100.5:
        raise Invalid("The owners' shares add up to more than 100 %.", code="invalid_owners")
    return owners


def _owner(entry: object) -> Owner:
    try:
        if isinstance(entry, Owner | Mapping):
            return Owner.model_validate(entry)
        return Owner(name=str(entry))
    except ValidationError as error:
        raise Invalid("An owner has a name and a share between 0 and 100.", code="invalid_owners") from error


def ground(value: tuple[Owner, ...], words: str, context: Context) -> tuple[Owner, ...]:
    """The owners, if the words state these names with these shares; raises Ungrounded or Invalid."""
    owners = parse(value)
    known = context.application.owners or ()
    asked = FieldName.OWNERS in context.asked
    wanted = _as_set(owners)
    for owner in owners:
        said = set(words_of(words))
        if not set(words_of(owner.name)) <= said and owner.name not in {o.name for o in known}:
            raise Ungrounded("The words do not name this owner.")
    for writer in (None, *(owner.name for owner in owners)):
        for question in {asked, False}:
            if _as_set(read_owners(words, writer=writer, known=known, asked=question)) == wanted:
                return owners
    if len(owners) == 1 and owners[0].ownership_percent is None and introduced(words) == owners[0].name:
        return owners
    raise Ungrounded("The words do not state these owners with these shares.")


def _as_set(owners: Sequence[Owner]) -> set[tuple[str, float | None]]:
    return {(squeezed(owner.name), owner.ownership_percent) for owner in owners}
