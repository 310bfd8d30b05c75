"""Where the parties and arrows of a chart stand: the merchant below, who is behind it in rows above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cases.ownership.structure import Structure
from cases.ownership.words import ROLES, share_text

BOX = (176, 56)
"""Width and height of a party's box, in pixels."""
ROW = 124
COLUMN = 200
BEND = 64
"""Width that an arrow takes where it passes a row."""
MARGIN = 16


@dataclass(frozen=True)
class Arrow:
    """From who holds or acts to whom, with what stands on it and the points that it passes."""

    start: str
    end: str
    label: str
    is_role: bool
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Layout:
    """Size, the middle of each party's box, and the arrows."""

    width: float
    height: float
    middles: Mapping[str, tuple[float, float]]
    arrows: tuple[Arrow, ...]


Link = tuple[str, str]
_Stop = tuple[str, ...]
"""A party ("ada",), or where a link passes a row ("ada", "shop", "2")."""


def layout(structure: Structure) -> Layout:
    """Lay a structure out; the same for the same parties and links in whatever order they came."""
    links = labelled(structure)
    depth = _depths(structure, links)
    routes = {link: _route(link, depth) for link in links}
    rows = _rows(structure, depth, routes.values())
    width = max(sum(map(_room, row)) for row in rows) + 2 * MARGIN
    height = ROW * (len(rows) - 1) + BOX[1] + 2 * MARGIN
    at = _places(rows, width, height)
    arrows = tuple(
        Arrow(link[0], link[1], label, is_role, _points([at[stop] for stop in routes[link]]))
        for link, (label, is_role) in links.items()
    )
    middles = {party.id: at[party.id,] for party in structure.parties}
    return Layout(width, height, dict(sorted(middles.items())), arrows)


def labelled(structure: Structure) -> Mapping[Link, tuple[str, bool]]:
    """What stands on each arrow (shares first, then roles), and whether it is for roles alone."""
    words: dict[Link, list[str]] = {}
    for holding in sorted(structure.holdings, key=lambda h: h.order):
        text = share_text(holding)
        if holding.votes is not None and holding.votes != holding.share:
            text += f" ({holding.votes:f} % of votes)"
        if holding.control is not None:
            text += f", {holding.control}"
        words.setdefault((holding.owner, holding.held), []).append(text)
    held = set(words)
    for role in sorted(structure.roles, key=lambda r: (r.party, r.at, r.kind)):
        words.setdefault((role.party, role.at), []).append(ROLES[role.kind])
    return {link: (" · ".join(parts), link not in held) for link, parts in sorted(words.items())}


def _depths(structure: Structure, links: Iterable[Link]) -> Mapping[str, int]:
    """The row of each party, counted from the merchant's: the longest way down, circles cut open."""
    behind: dict[str, list[str]] = {}
    for start, end in links:
        behind.setdefault(end, []).append(start)
    order: list[str] = []
    open_: set[str] = set()
    cut: set[Link] = set()

    def visit(node: str) -> None:
        open_.add(node)
        for other in behind.get(node, []):
            if other in open_:
                cut.add((other, node))
            elif other not in order:
                visit(other)
        open_.discard(node)
        order.append(node)

    for each in (structure.subject, *sorted(party.id for party in structure.parties)):
        if each not in order:
            visit(each)
    depth = dict.fromkeys(order, 0)
    for node in reversed(order):
        for other in behind.get(node, []):
            if (other, node) not in cut:
                depth[other] = max(depth[other], depth[node] + 1)
    return depth


def _route(link: Link, depth: Mapping[str, int]) -> tuple[_Stop, ...]:
    """The stops of a link: its ends, and a bend in each row between them."""
    start, end = link
    step = -1 if depth[start] > depth[end] else 1
    bends = tuple((start, end, str(row)) for row in range(depth[start] + step, depth[end], step))
    return ((start,), *bends, (end,))


def _rows(
    structure: Structure, depth: Mapping[str, int], routes: Iterable[tuple[_Stop, ...]]
) -> list[list[_Stop]]:
    """The stops of each row from the merchant's up, each near those that it leads to."""
    rows: list[list[_Stop]] = [[] for _ in range(max(depth.values()) + 1)]
    below: dict[_Stop, list[_Stop]] = {}
    for party in sorted(structure.parties, key=lambda party: (party.id != structure.subject, party.id)):
        rows[depth[party.id]].append((party.id,))
    for route in routes:
        for stop in route[1:-1]:
            rows[int(stop[2])].append(stop)
        down = route if depth[route[0][0]] >= depth[route[-1][0]] else tuple(reversed(route))
        for upper, lower in pairwise(down):
            below.setdefault(upper, []).append(lower)
    for lower_row, row in pairwise(rows):
        place = {stop: number / len(lower_row) for number, stop in enumerate(lower_row)}
        row.sort(key=lambda stop: (_middle([place[e] for e in below.get(stop, []) if e in place]), stop))
    return rows


def _middle(places: Sequence[float]) -> float:
    return sum(places) / len(places) if places else 1.0


def _room(stop: _Stop) -> int:
    return COLUMN if len(stop) == 1 else BEND


def _places(
    rows: Sequence[Sequence[_Stop]], width: float, height: float
) -> Mapping[_Stop, tuple[float, float]]:
    at: dict[_Stop, tuple[float, float]] = {}
    for number, row in enumerate(rows):
        x = (width - sum(map(_room, row))) / 2
        y = height - MARGIN - BOX[1] / 2 - number * ROW
        for stop in row:
            at[stop] = (x + _room(stop) / 2, y)
            x += _room(stop)
    return at


def _points(stops: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """From the edge of one box to the edge of the other; arrows up keep to the right of those down."""
    (x1, y1), (x2, y2) = stops[0], stops[-1]
    half = BOX[1] / 2
    if y1 < y2:
        return ((x1, y1 + half), *stops[1:-1], (x2, y2 - half))
    aside = BOX[0] / 3
    if y1 > y2:
        return ((x1 + aside, y1 - half), *stops[1:-1], (x2 + aside, y2 + half))
    # Side by side, or a company's shares of its own: over the top of the row.
    over = y1 - half - 24
    return ((x1 + aside, y1 - half), ((x1 + x2) / 2 + aside / 2, over), (x2, y2 - half))
