"""The configured watch lists: read from files or addresses, kept in memory, read again when changed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import httpx
from rapidfuzz import fuzz, process

from cases.checks import PotentialMatch
from cases.errors import Unavailable
from tools.listfile import Entry, read_list
from tools.names import normalise
from tools.names.likeness import words_likeness

SHIPPED = Path(__file__).resolve().parent.parent / "policies" / "watchlist.csv"
"""The fictitious list that is used until others are configured."""

MOST = 25
"""Matches for one name; whoever has more has a name that the lists cannot tell apart."""

_NEAR = 50
"""Percent of sorted letters in common below which no pair reaches a threshold worth setting.

A coarse sieve: on OFAC's list of 17,000 names it loses none that the full comparison finds."""

_LONGEST_DOWNLOAD = 60.0


class _Indexed(NamedTuple):
    entry: Entry
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Index:
    signature: tuple[object, ...]
    entries: Sequence[_Indexed]
    joined: Sequence[str]


class WatchLists:
    """Names that ours are compared with. ``paths``: files or http addresses; empty: the shipped list."""

    def __init__(self, paths: Sequence[str], transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._paths = tuple(paths) or (str(SHIPPED),)
        self._transport = transport
        self._index: _Index | None = None
        self._lock = asyncio.Lock()

    async def screen(self, name: str, threshold: float) -> list[PotentialMatch]:
        """Entries at least as similar to the name as the threshold (0 to 1), the most similar first.

        Raises Unavailable when a configured list cannot be read or holds nothing.
        """
        index = await self._current()
        return await asyncio.to_thread(_search, index, name, threshold)

    async def size(self) -> int:
        """How many names are compared; raises Unavailable as ``screen`` does."""
        return len((await self._current()).entries)

    async def _current(self) -> _Index:
        """The lists as they are now: files when they change, addresses once a day."""
        async with self._lock:
            signature = await asyncio.to_thread(self._sign)
            if self._index is None or self._index.signature != signature:
                texts = [(Path(path).name, await self._fetch(path)) for path in self._paths]
                self._index = await asyncio.to_thread(_build, signature, texts)
            return self._index

    def _sign(self) -> tuple[object, ...]:
        return tuple(_sign_one(path) for path in self._paths)

    async def _fetch(self, path: str) -> bytes:
        if _is_address(path):
            return await self._download(path)
        try:
            return await asyncio.to_thread(Path(path).read_bytes)
        except OSError as error:
            raise _unreadable(path, error.strerror or "no access") from None

    async def _download(self, url: str) -> bytes:
        try:
            async with httpx.AsyncClient(
                transport=self._transport, timeout=_LONGEST_DOWNLOAD, follow_redirects=True
            ) as client:
                answer = await client.get(url)
                answer.raise_for_status()
                return answer.content
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _unreadable(url, type(error).__name__) from None


def _is_address(path: str) -> bool:
    return path.startswith(("http://", "https://"))


def _sign_one(path: str) -> object:
    if _is_address(path):
        return path, datetime.now(UTC).date()
    try:
        stat = Path(path).stat()
    except OSError as error:
        raise _unreadable(path, error.strerror or "no access") from None
    return path, stat.st_mtime_ns, stat.st_size


def _unreadable(path: str, reason: str) -> Unavailable:
    return Unavailable(f"The watch list {Path(path).name} cannot be read ({reason}).")


def _build(signature: tuple[object, ...], texts: list[tuple[str, bytes]]) -> _Index:
    entries = [
        _Indexed(entry, normalise(entry.name)) for name, text in texts for entry in read_list(name, text)
    ]
    return _Index(signature, entries, [" ".join(item.words) for item in entries])


def _search(index: _Index, name: str, threshold: float) -> list[PotentialMatch]:
    ours = normalise(name)
    near = process.extract(
        " ".join(ours), index.joined, scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=None
    )
    best: dict[tuple[str, str], PotentialMatch] = {}
    for _, _, position in near:
        entry, words = index.entries[position]
        score = words_likeness(ours, words)
        known = best.get((entry.source, entry.reference))
        if score >= threshold and (known is None or known.score < score):
            best[entry.source, entry.reference] = PotentialMatch(
                subject=name,
                listed=entry.name,
                source=entry.source,
                reference=entry.reference,
                score=round(score, 4),
            )
    return sorted(best.values(), key=lambda match: -match.score)[:MOST]
