"""The seals file: one signed JSON line a batch of heads, each linked to the line before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from storage.secrets import Keyring


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a case's chain at the time of sealing; ids and hashes as text."""

    case_id: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file and where it ends in bytes; the next one carries ``hash`` as its ``prev``."""

    n: int
    heads: tuple[Head, ...]
    hash: str
    end: int


NO_LINE = Line(0, (), hashlib.sha256(b"onboard seals 1").hexdigest(), 0)
"""What the first line follows."""


class BrokenLine(Exception):
    """A line that this installation did not write there; the message says which and why."""


def write_line(keyring: Keyring, at: str, heads: Sequence[Head], previous: Line) -> bytes:
    """The bytes of the line after ``previous``, its line feed included."""
    content = {
        "n": previous.n + 1,
        "at": at,
        "heads": [[head.case_id, head.seq, head.hash] for head in heads],
        "root": merkle_root(heads),
        "prev": previous.hash,
    }
    return _dump({**content, "signature": keyring.sign_seal(_dump(content))}) + b"\n"


def read_lines(keyring: Keyring, path: Path, previous: Line = NO_LINE) -> Iterator[Line]:
    """The lines behind ``previous`` in order, each checked.

    Raises ``BrokenLine``, and OSError where there is no file. A last line without a line feed was
    never finished: a crash, or a disk that was full, cut it.
    """
    with path.open("rb") as file:
        file.seek(previous.end)
        for raw in file:
            if not raw.endswith(b"\n"):
                return
            previous = read_line(keyring, raw, previous)
            yield previous


def read_line(keyring: Keyring, raw: bytes, previous: Line) -> Line:
    """The line after ``previous`` of its bytes; raises ``BrokenLine``."""
    n = previous.n + 1
    try:
        content = cast("dict[str, object]", json.loads(raw))
        heads = _read_heads(content)
        signature = str(content.pop("signature"))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BrokenLine(f"Line {n} of the seals file cannot be read.") from error
    signed = keyring.is_sealed(_dump(content), signature)
    # Written again, it must come out the same: no byte of the file is left to play with.
    same = _dump({**content, "signature": signature}) + b"\n" == raw
    if not (signed and same and content.get("root") == merkle_root(heads)):
        raise BrokenLine(f"Line {n} of the seals file was changed.")
    if content.get("n") != n or content.get("prev") != previous.hash:
        raise BrokenLine(f"Line {n} of the seals file does not follow the line before it.")
    return Line(n, heads, hashlib.sha256(raw).hexdigest(), previous.end + len(raw))


def merkle_root(heads: Sequence[Head]) -> str:
    """The root (hex) over the heads, built as in RFC 6962, section 2.1."""
    leaves = [hashlib.sha256(b"\0" + _dump([head.case_id, head.seq, head.hash])).digest() for head in heads]
    return _merge(leaves).hex()


def _merge(nodes: Sequence[bytes]) -> bytes:
    if len(nodes) <= 1:
        return nodes[0] if nodes else hashlib.sha256().digest()
    split = 1 << ((len(nodes) - 1).bit_length() - 1)
    return hashlib.sha256(b"\1" + _merge(nodes[:split]) + _merge(nodes[split:])).digest()


def _read_heads(content: dict[str, object]) -> tuple[Head, ...]:
    heads = cast("list[tuple[str, int, str]]", content["heads"])
    return tuple(Head(case_id, seq, head) for case_id, seq, head in heads)


def _dump(content: object) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode()
