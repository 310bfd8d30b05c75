"""The chart of a structure for a reviewer: an SVG to stand in a page, and the same in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape

from cases.ownership.layout import BOX, Arrow, Layout, layout
from cases.ownership.structure import Party, PartyKind, Structure
from cases.ownership.words import KINDS, holding_text, role_text

_INK, _QUIET = "var(--chart-ink, #16211f)", "var(--chart-quiet, #51605d)"
_CARD, _LINE = "var(--chart-card, #fff)", "var(--chart-line, #86938f)"
_BRAND = "var(--chart-brand, #0e6359)"
_LETTER, _LEADING = 8, 17
"""Pixels: the width of a letter, generously, and of a line."""
_LONGEST = 20
"""Characters of a name in a box; the whole name stands in its title and in the description."""


def chart(structure: Structure, owners: Collection[str] = (), *, id_: str = "ownership") -> str:
    """The structure as SVG: shares on the arrows, the merchant and the owners' boxes set off.

    ``id_`` keeps two charts in one page apart. All text is escaped; colours are the page's (``--chart-…``).
    """
    where = layout(structure)
    name = escape(id_, quote=True)
    size = f"{where.width:g}", f"{where.height:g}"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" '
            f'height="{size[1]}" style="width:{size[0]}px;height:{size[1]}px" role="img" '
            f'aria-labelledby="{name}-title {name}-text" '
            'font-family="inherit" font-size="13">',
            f'<title id="{name}-title">Who owns {escape(structure.name(structure.subject))}</title>',
            f'<desc id="{name}-text">{escape(" ".join(sentences(structure)))}</desc>',
            f'<defs><marker id="{name}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
            f'markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="{_LINE}"/></marker></defs>',
            *(_line(arrow, name) for arrow in where.arrows),
            *(line for party in _in_order(structure) for line in _box(party, where, structure, owners)),
            *_labels(where.arrows),
            "</svg>",
        )
    )


def sentences(structure: Structure) -> tuple[str, ...]:
    """The structure in sentences, the merchant's own holders first: what a screen reader reads out."""
    subject = structure.party(structure.subject)
    first = f"{subject.name} is the merchant, a {KINDS[subject.kind]}."
    others = (p for p in _in_order(structure) if p.kind not in (PartyKind.PERSON, PartyKind.COMPANY))
    kinds = tuple(f"{p.name} is a {KINDS[p.kind]}." for p in others if p.id != subject.id)
    holdings = sorted(structure.holdings, key=lambda h: (h.held != subject.id, h.held, -h.share, h.order))
    roles = sorted(structure.roles, key=lambda r: (r.at != subject.id, r.at, r.kind, r.party))
    held = tuple(holding_text(structure, holding) for holding in holdings)
    return (first, *kinds, *held, *(role_text(structure, role) for role in roles))


def _in_order(structure: Structure) -> list[Party]:
    return sorted(structure.parties, key=lambda party: (party.id != structure.subject, party.id))


def _line(arrow: Arrow, name: str) -> str:
    dash = ' stroke-dasharray="3 4"' if arrow.is_role else ""
    return (
        f'<path d="{_path(arrow)}" fill="none" stroke="{_LINE}" stroke-width="1.5"{dash} '
        f'marker-end="url(#{name}-tip)"/>'
    )


def _path(arrow: Arrow) -> str:
    """A curve that leaves and reaches each point upright."""
    (x, y), *rest = arrow.points
    parts = [f"M{x:g} {y:g}"]
    for to_x, to_y in rest:
        middle = (y + to_y) / 2
        parts.append(f"C{x:g} {middle:g} {to_x:g} {middle:g} {to_x:g} {to_y:g}")
        x, y = to_x, to_y
    return " ".join(parts)


def _labels(arrows: Sequence[Arrow]) -> Iterator[str]:
    """What stands on the arrows, near their starts: there those to one party are still apart."""
    taken: list[tuple[float, float, int]] = []
    for arrow in arrows:
        (x1, y1), (x2, y2) = arrow.points[:2]
        x, y = x1 + (x2 - x1) * 0.3, y1 + (y2 - y1) * 0.4
        room = len(arrow.label) * _LETTER
        while any(abs(y - at) < _LEADING and abs(x - mid) < (room + wide) / 2 for mid, at, wide in taken):
            y += _LEADING
        taken.append((x, y, room))
        yield (
            f'<text x="{x:g}" y="{y:g}" text-anchor="middle" dominant-baseline="middle" fill="{_INK}" '
            f'stroke="{_CARD}" stroke-width="5" paint-order="stroke">{escape(arrow.label)}</text>'
        )


def _box(party: Party, where: Layout, structure: Structure, owners: Collection[str]) -> Iterator[str]:
    x, y = where.middles[party.id]
    width, height = BOX
    is_subject = party.id == structure.subject
    is_owner = party.id in owners
    edge, thick = (_BRAND, "2.5") if is_subject or is_owner else (_LINE, "1.5")
    radius = height // 2 if party.kind is PartyKind.PERSON else 6
    note = "merchant, " * is_subject + KINDS[party.kind] + ", beneficial owner" * is_owner
    yield f"<g><title>{escape(party.name)}</title>"
    yield (
        f'<rect x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width}" height="{height}" '
        f'rx="{radius}" fill="{_CARD}" stroke="{edge}" stroke-width="{thick}"/>'
    )
    yield (
        f'<text x="{x:g}" y="{y - 4:g}" text-anchor="middle" fill="{_INK}" '
        f'font-weight="600">{escape(_short(party.name))}</text>'
    )
    yield (
        f'<text x="{x:g}" y="{y + 14:g}" text-anchor="middle" fill="{_QUIET}" '
        f'font-size="11">{escape(note)}</text></g>'
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
