"""The configured watch lists: read into the database when they change, searched in memory."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
from rapidfuzz import fuzz, process

from cases.errors import Unavailable
from cases.screening import ListEntry, Party, PotentialMatch
from storage.database import Database
from storage.settings import Settings
from storage.watch_lists import (
    IndexedEntry,
    StoredList,
    Words,
    forget_lists,
    note_problem,
    read_entries,
    replace_list,
    stored_lists,
)
from tools.lists import ListFile, ReadList, UnreadableList, read_lists
from tools.lists.reading import families
from tools.matching import Comparison, compare, pair_of
from tools.names import normalise

SHIPPED = Path(__file__).resolve().parent.parent / "policies" / "watchlist.csv"
"""The fictitious list that is used until others are configured."""

MOST = 25
"""Matches for one party; whoever has more has a name that the lists cannot tell apart."""

NEAR = 50
"""Percent of sorted letters in common below which no pair reaches a threshold worth setting.

A coarse sieve: on OFAC's list of 17,000 names it loses none that the full comparison finds."""

LONGEST_DOWNLOAD = 60.0
LARGEST = 200_000_000
"""Bytes of one list; OpenSanctions' whole collection is smaller."""


@dataclass(frozen=True)
class _Index:
    """Every name of every list, as sorted words, with the entry that it is of."""

    versions: dict[str, str]
    entries: Sequence[IndexedEntry]
    names: Sequence[str]
    owners: Sequence[int]


class WatchLists:
    """Who is listed. ``paths``: files or http addresses; empty: the shipped list."""

    def __init__(
        self,
        paths: Sequence[str],
        database: Database,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._paths = tuple(paths) or (str(SHIPPED),)
        self._db = database
        self._clock = clock
        self._transport = transport
        self._seen: tuple[object, ...] | None = None
        self._index: _Index | None = None
        self._lock = asyncio.Lock()

    async def screen(self, party: Party, threshold: float) -> list[PotentialMatch]:
        """Entries at least as like the party as the threshold (0 to 1), the most alike first.

        Raises Unavailable when a configured list was never read.
        """
        index = await self._current()
        return await asyncio.to_thread(_search, index, party, threshold)

    async def status(self) -> list[StoredList]:
        """The lists as they stand, brought up to date first; ``problem`` says what is wrong with one."""
        await self._bring_up_to_date()
        async with self._db.read() as connection:
            return await stored_lists(connection)

    async def update(self) -> list[StoredList]:
        """Read every list again; the last good one stays in the place of one that cannot be read."""
        async with self._lock:
            await self._read_all(await self._signature())
        return await self.status()

    async def _current(self) -> _Index:
        await self._bring_up_to_date()
        async with self._db.read() as connection:
            known = await stored_lists(connection)
            for stored in known:
                if stored.digest is None:
                    raise Unavailable(stored.problem or f"The watch list {stored.name} was never read.")
            versions = {stored.name: stored.version for stored in known}
            if self._index is None or self._index.versions != versions:
                entries = await read_entries(connection)
                self._index = await asyncio.to_thread(_build, versions, entries)
            return self._index

    async def _bring_up_to_date(self) -> None:
        """Read lists once a day, and files as soon as they change."""
        async with self._lock:
            signature = await self._signature()
            if self._seen != signature:
                await self._read_all(signature)

    async def _signature(self) -> tuple[object, ...]:
        today = self._clock().date()
        return await asyncio.to_thread(lambda: tuple(_sign(path, today) for path in self._paths))

    async def _read_all(self, signature: tuple[object, ...]) -> None:
        files: list[ListFile] = []
        problems: dict[str, str] = {}
        for path in self._paths:
            try:
                files.append(await self._fetch(path))
            except Unavailable as error:
                problems[_name(path)] = str(error)
        read = await asyncio.to_thread(_read, files, problems)
        async with self._db.write() as tx:
            known = {stored.name: stored for stored in await stored_lists(tx)}
            await forget_lists(tx, [*read, *problems])
            for name, problem in problems.items():
                await note_problem(tx, name, problem)
            for name, (found, digest) in read.items():
                if name not in known or not _is_same(known[name], found, digest):
                    stored = StoredList(
                        name, digest, found.published, self._clock(), len(found.entries), None
                    )
                    await replace_list(tx, stored, _indexed(found))
        self._seen = signature

    async def _fetch(self, path: str) -> ListFile:
        if _is_address(path):
            return ListFile(_name(path), await self._download(path), self._clock().date())
        try:
            return await asyncio.to_thread(_read_file, path)
        except OSError as error:
            raise UnreadableList(_name(path), error.strerror or "no access") from None

    async def _download(self, url: str) -> bytes:
        try:
            async with httpx.AsyncClient(
                transport=self._transport, timeout=LONGEST_DOWNLOAD, follow_redirects=True
            ) as client:
                answer = await client.get(url)
                answer.raise_for_status()
                return answer.content
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise UnreadableList(_name(url), type(error).__name__) from None


def _read(files: Sequence[ListFile], problems: dict[str, str]) -> dict[str, tuple[ReadList, str]]:
    """The lists that can be read, with their digests; why another cannot goes into ``problems``."""
    read: dict[str, tuple[ReadList, str]] = {}
    for name, family in families(files).items():
        digest = hashlib.sha256(b"\0".join(file.content for file in family)).hexdigest()
        try:
            (found,) = read_lists(family)
            read[name] = (found, digest)
        except UnreadableList as error:
            problems[name] = str(error)
    return read


def _is_same(known: StoredList, found: ReadList, digest: str) -> bool:
    return (known.digest, known.published) == (digest, found.published) and not known.problem


def _indexed(found: ReadList) -> list[IndexedEntry]:
    return [IndexedEntry(entry, tuple(map(normalise, entry.names))) for entry in found.entries]


def _build(versions: dict[str, str], entries: Sequence[IndexedEntry]) -> _Index:
    names: list[str] = []
    owners: list[int] = []
    for number, indexed in enumerate(entries):
        for words in indexed.words:
            names.append(_sorted(words))
            owners.append(number)
    return _Index(versions, entries, names, owners)


def _sorted(words: Words) -> str:
    return " ".join(sorted(words))


def _search(index: _Index, party: Party, threshold: float) -> list[PotentialMatch]:
    found: list[PotentialMatch] = []
    for number in _near(index, sorted(normalise(party.name))):
        indexed = index.entries[number]
        comparison = compare(party, indexed)
        if comparison.score >= threshold:
            found.append(_match(party, indexed.entry, comparison, index.versions))
    return sorted(found, key=lambda match: (-match.score, match.source, match.reference))[:MOST]


def _near(index: _Index, words: list[str]) -> set[int]:
    """The entries that are near enough to be compared.

    Turned round as well: a changed first letter can change which of the words stands first.
    """
    orders = {" ".join(words), " ".join(reversed(words))}
    found = (
        process.extract(order, index.names, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
        for order in orders
    )
    return {index.owners[position] for near in found for _, _, position in near}


def _match(
    party: Party, entry: ListEntry, comparison: Comparison, versions: Mapping[str, str]
) -> PotentialMatch:
    return PotentialMatch(
        subject=party.name,
        listed=comparison.listed,
        source=entry.source,
        reference=entry.reference,
        score=comparison.score,
        topic=entry.topic,
        birth_dates=entry.birth_dates,
        countries=entry.countries,
        programmes=entry.programmes,
        differs=comparison.differs,
        list_version=versions.get(entry.source, ""),
        pair=pair_of(party, entry),
        party=party,
        kind=entry.kind,
        names=(*entry.names, *entry.weak_aliases),
        identifiers=entry.identifiers,
    )


def _name(path: str) -> str:
    return Path(path).name


def _is_address(path: str) -> bool:
    return path.startswith(("http://", "https://"))


def _sign(path: str, today: object) -> object:
    if _is_address(path):
        return path, today
    try:
        stat = Path(path).stat()
    except OSError as error:
        return path, error.errno
    return path, today, stat.st_mtime_ns, stat.st_size


def _read_file(path: str) -> ListFile:
    file = Path(path)
    stat = file.stat()
    if stat.st_size > LARGEST:
        raise UnreadableList(file.name, f"it has more than {LARGEST:,} bytes")
    return ListFile(_name(path), file.read_bytes(), datetime.fromtimestamp(stat.st_mtime, UTC).date())


def configured(settings: Settings) -> Callable[[Database], WatchLists]:
    """What makes the watch lists of the settings, once there is a database to keep them in."""
    return lambda database: WatchLists(settings.screening_lists, database)
