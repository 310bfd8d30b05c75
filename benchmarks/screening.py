"""How well and how fast a whole list is searched, beside nomenklatura's LogicV2 where that is installed.

``python -m benchmarks.screening SDN.csv ALT.csv ADD.csv --pairs name_pairs.csv`` prints one figure a
line. Each primary name has to find an entry of that name first: as it stands, with its words turned
round, and with one letter changed; ordinary invented names have to find next to nobody.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from cases.screening import ListEntry, Party
from storage.database import Database
from storage.settings import load_settings
from storage.watch_lists import read_entries
from tools.names import normalise
from tools.policy_file import load_policy
from tools.screening_score import Pair, read_pairs, score_pairs
from tools.watchlists import WatchLists

GIVEN = """
Emma Olivia Noah Liam Sophie Lukas Anna Felix Marie Julien Camille Hugo Lucía Mateo Carmen Diego Giulia
Marco Priya Arjun Wei Mei Yuki Haruto Chidi Amara João Beatriz Sean Aoife Fleur Daan Ingrid Lars Piotr
Zofia Grace Oscar Ruby Archie Charlotte Henry Isla Jack Freya Leo Ella Max Clara Theo
"""
FAMILY = """
Smith Jones Brown Miller Taylor Wilson Moore Clark Walker Wright Müller Schneider Fischer Weber Becker
Martin Bernard Dubois Laurent Moreau García Fernández López Ruiz Navarro Rossi Bianchi Romano Sharma
Patel Iyer Tanaka Suzuki Sato Okafor Adeyemi Silva Santos Pereira Murphy Byrne Walsh Jansen Hansen
Lindqvist Nowak Kowalski Bennett Harper
"""
INVENTED = 1000
SCANNED = 500
"""Entries that LogicV2 is timed on; a whole scan takes minutes."""


class Search(NamedTuple):
    """What the searches need."""

    lists: WatchLists
    entries: Sequence[ListEntry]
    threshold: float


def turned_round(name: str) -> str:
    """The words of a name in the opposite order."""
    return " ".join(reversed(name.replace(",", " ").split()))


def misspelt(name: str, chance: random.Random) -> str:
    """The name with one letter changed, in a word that is long enough to bear it."""
    places = [i for word in _spans(name) for i in word]
    if not places:
        return name
    place = chance.choice(places)
    letter = chance.choice([c for c in "aeiourstln" if c != name[place].casefold()])
    return f"{name[:place]}{letter}{name[place + 1 :]}"


def _spans(name: str) -> Iterable[range]:
    start = 0
    for word in name.split(" "):
        if len(word) >= 5 and word.isalpha():
            yield range(start + 1, start + len(word))
        start += len(word) + 1


async def found_first(search: Search, change: Callable[[str], str]) -> float:
    """The share of entries whose changed name finds an entry of the same name first."""
    right = 0
    for entry in search.entries:
        matches = await search.lists.screen(Party(name=change(entry.name)), search.threshold)
        wanted = sorted(normalise(entry.name))
        best = [match for match in matches if match.score == matches[0].score]
        right += any(
            match.reference == entry.reference or sorted(normalise(match.listed)) == wanted for match in best
        )
    return right / len(search.entries)


async def false_alarms(search: Search, chance: random.Random) -> float:
    """The share of ordinary invented names with a potential match."""
    names = {f"{chance.choice(GIVEN.split())} {chance.choice(FAMILY.split())}" for _ in range(4 * INVENTED)}
    people = sorted(names)[:INVENTED]
    found = [await search.lists.screen(Party(name=name, kind="person"), search.threshold) for name in people]
    return sum(bool(matches) for matches in found) / len(people)


async def milliseconds_a_name(search: Search, names: Sequence[str]) -> float:
    """The time of one name against the whole list."""
    began = perf_counter()
    for name in names:
        await search.lists.screen(Party(name=name), search.threshold)
    return 1e3 * (perf_counter() - began) / len(names)


async def measure(paths: Sequence[str], most: int | None) -> None:
    """Print the figures of a whole list; ``most`` entries of it are tried."""
    threshold = load_policy(load_settings().policy).screening.threshold
    with tempfile.TemporaryDirectory() as folder:
        database = Database(load_settings(None, data_dir=Path(folder)))
        await database.open()
        lists = WatchLists(paths, database)
        await lists.update()
        async with database.read() as connection:
            entries = [indexed.entry for indexed in await read_entries(connection)]
        chance = random.Random(7)
        tried = entries if most is None else chance.sample(entries, most)
        search = Search(lists, tried, threshold)
        print(f"entries: {len(entries)}, tried: {len(tried)}, threshold: {threshold}")
        print(f"found first, as it stands: {await found_first(search, str):.4f}")
        print(f"found first, turned round: {await found_first(search, turned_round):.4f}")
        print(
            f"found first, one letter changed: {await found_first(search, lambda n: misspelt(n, chance)):.4f}"
        )
        print(f"false alarms among {INVENTED} invented names: {await false_alarms(search, chance):.4f}")
        ours = await milliseconds_a_name(search, [entry.name for entry in tried[:50]])
        print(f"milliseconds a name against the whole list: {ours:.1f}")
        _compare_speed(ours, [entry.name for entry in tried[:SCANNED]], len(entries))
        await database.close()


def _compare_speed(ours: float, names: Sequence[str], entries: int) -> None:
    """Print how much longer LogicV2 takes for one name and every entry, each compared once."""
    try:
        score = _logic_v2()
    except ImportError:
        print("LogicV2: nomenklatura is not installed here")
        return
    began = perf_counter()
    for number, name in enumerate(names):
        score(number, Pair("Zephyrin Quillfeather", name, persons=True, is_match=False))
    theirs = 1e3 * (perf_counter() - began) / len(names) * entries
    print(f"LogicV2 milliseconds for a scan: {theirs:.0f}, so ours takes 1/{theirs / ours:.0f} of that")


def compare(file: Path) -> None:
    """Print the figures of labelled pairs, and LogicV2's on the same pairs where it is installed."""
    pairs = read_pairs(file)
    threshold = load_policy(load_settings().policy).screening.threshold
    ours = score_pairs(pairs, threshold).summary
    print(f"ours: F1 {ours.f1:.4f}, precision {ours.precision:.4f}, recall {ours.recall:.4f}")
    try:
        score = _logic_v2()
    except ImportError:
        print("LogicV2: nomenklatura is not installed here")
        return
    scored = [(score(number, pair), pair.is_match) for number, pair in enumerate(pairs)]
    print(f"LogicV2 at its own threshold of 0.7: {_in_words(_figures(scored, 0.7))}")
    best = max((_figures(scored, step / 100) for step in range(40, 100)), key=lambda figures: figures[0])
    print(f"LogicV2 at the threshold that is best for it here: {_in_words(best)}")


def _figures(scored: Sequence[tuple[float, bool]], threshold: float) -> tuple[float, float, float]:
    """F1, precision and recall."""
    found = [(score >= threshold, is_match) for score, is_match in scored]
    right = found.count((True, True))
    precision = right / max(1, right + found.count((True, False)))
    recall = right / max(1, right + found.count((False, True)))
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def _in_words(figures: tuple[float, float, float]) -> str:
    return "F1 {:.4f}, precision {:.4f}, recall {:.4f}".format(*figures)


def _logic_v2() -> Callable[[int, Pair], float]:
    from followthemoney import model  # pyright: ignore
    from nomenklatura.matching import get_algorithm  # pyright: ignore

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(key: str, pair: Pair, name: str) -> object:
        # LogicV2 remembers names by the entity's id, so each has one of its own.
        made = model.make_entity("Person" if pair.persons else "Organization")
        made.id = key
        made.add("name", name)
        return made

    def score(number: int, pair: Pair) -> float:
        one, other = entity(f"a{number}", pair, pair.name1), entity(f"b{number}", pair, pair.name2)
        return float(algorithm.compare(one, other, config).score)

    return score


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="*")
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--most", type=int)
    given = parser.parse_args()
    if given.pairs:
        compare(given.pairs)
    if given.lists:
        asyncio.run(measure(given.lists, given.most))
