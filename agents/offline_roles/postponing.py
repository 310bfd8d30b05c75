"""What a merchant puts off: "I don't have the licence yet", "la envío mañana"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agents.offline_roles.naming import fields_named
from agents.reading import Absent, Reading, Said
from cases.application import UNDERWRITING, FieldName
from cases.wishes import puts_off

_CLAUSE = re.compile(r"(?:[^.!?;,\n]|[.,](?=\d))+")
_WHOLE = re.compile(r"[^!?;\n]+?(?:[.!?;\n]|$)")


def put_off(said: Sequence[Said], reading: Reading) -> Iterator[Absent]:
    """The items that come later: those that the clause names, else those that were asked for.

    What the same messages state is not put off.
    """
    stated = {fact.field for fact in reading.facts}
    for one in said:
        for clause in _clauses(one.text):
            for field in _meant(clause, one):
                if field not in stated:
                    yield Absent(field, clause, one.seq)


def _clauses(text: str) -> list[str]:
    """Those that put something off; a whole sentence where the words are apart in it."""
    found = [match[0].strip() for match in _CLAUSE.finditer(text) if puts_off(match[0])]
    return found or [match[0].strip() for match in _WHOLE.finditer(text) if puts_off(match[0])]


def _meant(clause: str, said: Said) -> Sequence[FieldName]:
    return _named(clause, said) or said.asked or _named(said.text, said)


def _named(text: str, said: Said) -> list[FieldName]:
    """The fields named; how a merchant sells only where it was asked: "delivery" is an everyday word."""
    return [name for name in fields_named(text) if name not in UNDERWRITING or name in said.asked]
