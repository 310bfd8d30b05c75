"""Who holds which share: names and shares side by side, in one order, or alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import ValidationError

from cases.application import Owner
from cases.fields.names import COMPANY
from cases.fields.owner_piece import Piece
from cases.fields.wording import words_of

_FULL_NAMES = re.compile(
    r"full names?|names? (?:are|is)\b|nombres completos|noms? complets?|volle[nr]? namen?|nomes completos|"
    r"nomi completi|volledige namen",
    re.IGNORECASE,
)


def in_order(
    shares: list[float], names: list[Piece], writer: str | None, known: Sequence[Owner]
) -> tuple[Owner, ...]:
    """The owners of shares that were told in one row, in the order of the names or of those known."""
    people = distinct(names, writer)
    matching = [n for n in people if " " in n] if len(people) != len(shares) else people
    if len(matching) == len(shares):
        full = [full_name(name, known) for name in matching]
        return as_owners(list(zip(full, shares, strict=True)))
    if len(known) == len(shares):
        return as_owners([(owner.name, share) for owner, share in zip(known, shares, strict=True)])
    return ()


def distinct(names: list[Piece], writer: str | None) -> list[str]:
    """The people named, each once and by the longest form; the writer's own name where "I" stands."""
    found: list[str] = []
    for item in names:
        name = item.text if item.kind == "name" else writer
        if name and not any(_is_part(name, other) for other in found):
            found = [other for other in found if not _is_part(other, name)] + [name]
    return found


def _is_part(short: str, full: str) -> bool:
    """Whether a name is another one's first or last part, or the same."""
    return set(words_of(short)) <= set(words_of(full))


def paired_shares(text: str, items: list[Piece], writer: str | None) -> list[tuple[str | None, float]]:
    """Names with their shares; None for a writer whose name is not known."""
    items = [item for item in items if item.kind != "self" or _may_own(text, item)]
    shares = [item for item in items if item.kind in ("share", "rest")]
    if not shares or not any(item.kind in ("name", "self") for item in items):
        return []
    share_first = items[0].kind in ("share", "rest") and not _colon_between(text, items)
    ordered = items[::-1] if share_first else items
    if each := _each(shares, items):
        return [
            (item.text if item.kind == "name" else writer, each) for item in items if item.kind != "share"
        ]
    pairs: list[tuple[Piece, Piece]] = []
    holder: Piece | None = None
    for item in ordered:
        if item.kind in ("name", "self"):
            holder = (
                item if holder is None or item.kind == "name" or holder in [p[0] for p in pairs] else holder
            )
        elif holder is not None and not any(holder is paired for paired, _ in pairs):
            pairs.append((holder, item))
        elif holder is not None and not share_first and (after := _next_name(text, item, ordered)):
            pairs.append((after, item))
            holder = after
    if share_first:
        pairs.reverse()
    held = [holder for holder, _ in pairs]
    unheld = [i for i in items if i.kind == "name" and " " in i.text and not any(i is h for h in held)]
    if writer is None and len(unheld) == 1:
        writer = unheld[0].text
    return _filled(pairs, writer)


def _each(shares: list[Piece], items: list[Piece]) -> float | None:
    """ "Julián y yo, Nuria, al 50 %": one share for several people, which makes the whole with them."""
    people = [item for item in items if item.kind in ("name", "self")]
    if len(shares) != 1 or len(people) < 2 or shares[0].start < people[-1].end or not shares[0].share:
        return None
    return shares[0].share if 99 <= shares[0].share * len(people) <= 100 else None


def _next_name(text: str, share: Piece, items: list[Piece]) -> Piece | None:
    """ "… 51 %, le reste à ma sœur Josée": whose a share is that is named before its holder."""
    after = next((item for item in items if item.start >= share.end), None)
    if after is None or after.kind != "name":
        return None
    between = text[share.end : after.start]
    return after if re.fullmatch(r"[^.;,\d]{0,30}", between) else None


def _may_own(text: str, item: Piece) -> bool:
    """Whether "I" or "me" here may hold a share: not in "call me", "let me know"."""
    return not re.search(
        r"\b(?:call|let|give|tell|send|mail|email|contact|for|reach)\s$", text[: item.start][-12:], re.I
    )


def _colon_between(text: str, items: list[Piece]) -> bool:
    return any(
        item.kind == "name" and text[items[0].end : item.start].strip().endswith(":") for item in items
    )


def _filled(pairs: list[tuple[Piece, Piece]], writer: str | None) -> list[tuple[str | None, float]]:
    given = sum(share.share or 0 for _, share in pairs)
    rests = sum(share.kind == "rest" for _, share in pairs)
    filled: list[tuple[str | None, float]] = []
    for holder, share in pairs:
        percent = share.share if share.share is not None else (100 - given) / rests
        filled.append((holder.text if holder.kind == "name" else writer, round(percent, 2)))
    return filled if 0 < sum(percent for _, percent in filled) <= 100.5 else []


def with_full_names(
    text: str,
    paired: list[tuple[str | None, float]],
    items: list[Piece],
    known: Sequence[Owner],
) -> list[tuple[str, float | None]]:
    """Names in full where they follow ("full names Robert Tully and Sharon Mackie") or are known."""
    all_names = [item.text for item in items if item.kind == "name"]
    full = _FULL_NAMES.search(text)
    listed = [i.text for i in items if full and i.kind == "name" and i.start >= full.end()]
    if len(listed) == len(paired):
        return [(name, share) for name, (_, share) in zip(listed, paired, strict=True)]
    whole: list[tuple[str, float | None]] = []
    for name, share in paired:
        if name is not None:
            longer = [other for other in all_names if other != name and _is_part(name, other)]
            whole.append((longer[0] if longer else full_name(name, known), share))
    return whole


def full_name(name: str, known: Sequence[Owner]) -> str:
    """The name in full, where one of those known goes by it."""
    return next((owner.name for owner in known if _is_part(name, owner.name)), name)


def beside_equal(text: str, names: list[Piece], equal: re.Match[str]) -> list[Piece]:
    """The people who share alike: those listed right behind the words for it, or right before them."""
    for row in (
        _row(text, [n for n in names if n.start >= equal.end()], equal.end()),
        _row_back(text, names, equal),
    ):
        if len(row) > 1:
            return row
    return names


def _row(text: str, names: list[Piece], at: int) -> list[Piece]:
    row: list[Piece] = []
    for item in names:
        if not _JOINED.fullmatch(text[at : item.start]):
            break
        row.append(item)
        at = item.end
    return row


def _row_back(text: str, names: list[Piece], equal: re.Match[str]) -> list[Piece]:
    row: list[Piece] = []
    at = equal.start()
    for item in reversed([name for name in names if name.end <= equal.start()]):
        if not _JOINED.fullmatch(text[item.end : at]):
            break
        row.insert(0, item)
        at = item.start
    return row


_JOINED = re.compile(r"[^.!?\d\n]{0,30}")
"""What may stand between the names of people who share."""


def as_owners(stated: Sequence[tuple[str, float | None]]) -> tuple[Owner, ...]:
    """The owners as the application keeps them; () where a name or a share cannot be one."""
    if any(re.search(r"\d", name) and not COMPANY.search(name) for name, _ in stated):
        return ()
    try:
        return tuple(Owner(name=name, ownership_percent=share) for name, share in stated)
    except ValidationError:
        return ()
