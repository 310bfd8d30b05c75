"""A tool's JSON as lines that people read, what did not hold first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import JsonValue

from desk.labels import check_label, step_label

_STATUS = re.compile(r"^(?P<status>held|failed|not_required|not_checked|error)(?:: (?P<why>.*))?$")
_HOLDS = ("held", "not_required")
_PLAIN = frozenset({"risk", "reason", "reasons"})
"""Keys whose values read well without them."""


class _Check(NamedTuple):
    name: str
    status: str
    why: str


def lines(result: str) -> list[str]:
    """The findings in a tool's answer, one a line; an answer that is no JSON object stays as it is."""
    try:
        found: JsonValue = json.loads(result)
    except ValueError:
        return [_sentence(result)]
    if not isinstance(found, dict):
        return [_sentence(result)]
    if "recommended" in found:
        # Its reasons are the findings that were just told.
        return [f"Recommended: {found['recommended']}."]
    if "step" in found:
        return [f"{step_label(str(found['step']))}: {found.get('status')}."]
    checks = [item for item in _walk(found) if isinstance(item, _Check)]
    sentences = [item for item in _walk(found) if isinstance(item, str)]
    open_ones = [_open(check) for check in checks if check.status not in _HOLDS]
    return [*open_ones, *sentences, *_holding(checks)]


def _walk(found: dict[str, JsonValue]) -> Iterator[_Check | str]:
    for key, value in found.items():
        label = check_label(key)
        match value:
            case dict():
                yield from _walk(value)
            case list():
                texts = (item for item in value if isinstance(item, str))
                yield from (_sentence(text) for text in texts if key in _PLAIN)
            case str():
                status = _STATUS.match(value)
                if status:
                    yield _Check(label, status["status"], status["why"] or "")
                else:
                    yield _sentence(value if key in _PLAIN else f"{label}: {value}")
            case bool():
                yield f"{label}: {'yes' if value else 'no'}."
            case None:
                continue
            case _:
                yield f"{label}: {value}."


def _open(check: _Check) -> str:
    return _sentence(f"{check.name}: {check.status.replace('_', ' ')}. {check.why}")


def _holding(checks: Iterable[_Check]) -> list[str]:
    """One sentence for all that hold, one for all that are not required."""
    sentences: list[str] = []
    for status in _HOLDS:
        names = [_within(check.name) for check in checks if check.status == status]
        if names:
            sentences.append(f"{status.replace('_', ' ').capitalize()}: {', '.join(names)}.")
    return sentences


def _within(name: str) -> str:
    """A name as it is written where a sentence has begun before it."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?")) else f"{line}."
