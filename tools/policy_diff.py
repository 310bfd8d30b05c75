"""What differs between two policies, place by place and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, cast

from pydantic import BaseModel, ConfigDict, JsonValue

from cases.policy import Policy

NAMED_BY = ("code", "key", "name")
"""What names an entry of a list, so that it is compared with its namesake wherever it stands."""

LONGEST = 120
"""Letters of a value in a sentence."""


class Difference(BaseModel):
    """One place at which two policies differ; ``before``, ``after``: null where nothing stands there."""

    model_config = ConfigDict(frozen=True)

    path: str
    change: Literal["added", "removed", "changed", "moved"]
    before: JsonValue = None
    after: JsonValue = None

    def in_words(self) -> str:
        """The difference as a sentence."""
        match self.change:
            case "added":
                return f"{self.path}: new, {_shown(self.after)}"
            case "removed":
                return f"{self.path}: gone, was {_shown(self.before)}"
            case "changed":
                return f"{self.path}: {_shown(self.after)} instead of {_shown(self.before)}"
            case "moved":
                return f"{self.path}: in another order, {_shown(self.after)}"


def differences(one: Policy, other: Policy) -> tuple[Difference, ...]:
    """Everything in which the second policy is another than the first, in the order of the schema."""
    return tuple(_compare("", one.model_dump(mode="json"), other.model_dump(mode="json")))


def _compare(path: str, before: JsonValue, after: JsonValue) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _compare_entries(path, before, after)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _compare_lists(path, before, after)
    elif before is None or after is None:
        yield _difference(path, before, after)
    else:
        yield Difference(path=path, change="changed", before=before, after=after)


def _compare_entries(
    path: str, before: Mapping[str, JsonValue], after: Mapping[str, JsonValue]
) -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        yield from _compare(f"{path}.{key}" if path else key, before.get(key), after.get(key))


def _compare_lists(
    path: str, before: Sequence[JsonValue], after: Sequence[JsonValue]
) -> Iterator[Difference]:
    old, new = _by_name(before), _by_name(after)
    if old is not None and new is not None:
        yield from _compare_entries(path, old, new)
        if old.keys() == new.keys() and [*old] != [*new]:
            yield Difference(path=path, change="moved", before=[*old], after=[*new])
        return
    gone = [value for value in before if value not in after]
    come = [value for value in after if value not in before]
    for value in gone:
        yield Difference(path=path, change="removed", before=value)
    for value in come:
        yield Difference(path=path, change="added", after=value)
    if not gone and not come:
        yield Difference(path=path, change="moved", before=[*before], after=[*after])


def _by_name(entries: Sequence[JsonValue]) -> dict[str, JsonValue] | None:
    """The entries by what names them; None where they are values, or have no names."""
    named: dict[str, JsonValue] = {}
    for entry in entries:
        if not isinstance(entry, dict):
            return None
        name = next((entry[key] for key in NAMED_BY if key in entry), None)
        if not isinstance(name, str) or name in named:
            return None
        named[name] = entry
    return named


def _difference(path: str, before: JsonValue, after: JsonValue) -> Difference:
    change: Literal["added", "removed"] = "added" if before is None else "removed"
    return Difference(path=path, change=change, before=before, after=after)


def _shown(value: JsonValue) -> str:
    """A value in a sentence: what stands in it, without marks of a language of programmers."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case dict():
            stated = ((key, inner) for key, inner in value.items() if inner not in (None, [], {}))
            text = ", ".join(f"{key} {_shown(inner)}" for key, inner in stated)
        case list():
            text = ", ".join(_shown(inner) for inner in value)
        case _:
            text = str(cast("object", value))
    text = text or "nothing"
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
