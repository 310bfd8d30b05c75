"""Potential matches as staff compare them: ours beside the list's, row by row, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Literal, cast

from babel import Locale

from cases.record import CaseRecord
from cases.resolutions import confirmed_matches, is_barred, matches_of
from cases.screening import MatchVerdict, Party, PotentialMatch, Resolution, Topic
from cases.sensitive import Kind, display, mask
from desk.matching import RESOLVABLE
from desk.rights import Reader
from desk.viewing import View

Comparison = Literal["same", "alike", "differs", "unknown"]
Standing = Literal["open", "cleared", "confirmed"]

TOPICS = {
    Topic.SANCTION: "Sanctions",
    Topic.PEP: "Politically exposed",
    Topic.BLOCKLIST: "Our blocklist",
    Topic.MATCH: "Terminated merchants (MATCH)",
}


class ComparedRow(View):
    """One thing that is known, on our side and on the list's; empty where it is not."""

    label: str
    ours: str
    listed: str
    comparison: Comparison


class MatchView(View):
    """A potential match beside what we know. ``pair`` names it to the desk; empty for who only reads."""

    pair: str
    subject: str
    listed: str
    alike: str
    score: float
    topic: Topic
    topic_words: str
    source: str
    version: str
    rows: tuple[ComparedRow, ...]
    standing: Standing
    final: bool
    found: str
    by: str
    at: datetime | None
    reason: str
    confirmed_elsewhere: str


def view_matches(reader: Reader) -> tuple[MatchView, ...]:
    """Those of the last screening, the open ones first, and what was confirmed before."""
    record = reader.record
    current = matches_of(record)
    named = {match.pair for match in current}
    earlier = [r.match for r in confirmed_matches(record) if r.match.pair not in named]
    order = {"open": 0, "confirmed": 1, "cleared": 2}
    views = [_view(match, reader) for match in (*current, *earlier)]
    return tuple(sorted(views, key=lambda view: order[view.standing]))


def match_actions(reader: Reader) -> tuple[str, ...]:
    """What the reader may do about them now."""
    can = reader.judges and reader.record.state in RESOLVABLE and bool(matches_of(reader.record))
    return ("resolve_match", "reopen_match") if can else ()


def bar_of(record: CaseRecord) -> str | None:
    """Why nobody can approve this application; None where that is not so."""
    if not is_barred(record):
        return None
    told = (f"“{r.match.subject}” is “{r.match.listed}”" for r in confirmed_matches(record, Topic.SANCTION))
    return f"A sanctions match is confirmed: {'; '.join(told)}. No approval is possible, by anybody."


def _view(match: PotentialMatch, reader: Reader) -> MatchView:
    resolution = reader.record.resolutions.get(match.pair)
    standing = _standing(resolution)
    return MatchView(
        pair=match.pair if reader.judges else "",
        subject=match.subject,
        listed=match.listed,
        alike=f"{round(match.score * 100)} % alike",
        score=match.score,
        topic=match.topic,
        topic_words=TOPICS[match.topic],
        source=f"{match.source} {match.reference}",
        version=match.list_version,
        rows=tuple(rows_of(match, clear=bool(reader.clear_fields))),
        standing=standing,
        final=standing == "confirmed" and match.topic is Topic.SANCTION,
        found=_found(resolution),
        by=resolution.by_name if resolution else "",
        at=resolution.at if resolution else None,
        reason=display(resolution.reason, reader.record.secrets) if resolution else "",
        confirmed_elsewhere=_elsewhere(match) if standing == "open" else "",
    )


def _standing(resolution: Resolution | None) -> Standing:
    if resolution is None:
        return "open"
    return "confirmed" if resolution.verdict is MatchVerdict.TRUE_MATCH else "cleared"


def _found(resolution: Resolution | None) -> str:
    if resolution is None:
        return ""
    found = "True match" if resolution.verdict is MatchVerdict.TRUE_MATCH else "False positive"
    return f"{found}, remembered from another application" if resolution.remembered else found


def _elsewhere(match: PotentialMatch) -> str:
    if match.confirmed is None:
        return ""
    return f"{match.confirmed.by_name} confirmed it in another application on {match.confirmed.at:%Y-%m-%d}."


def rows_of(match: PotentialMatch, *, clear: bool) -> Iterator[ComparedRow]:
    """Ours beside the list's; a date of birth of ours is masked unless it is read in ``clear``."""
    ours = match.party or Party(name=match.subject)
    others = tuple(name for name in match.names if name != match.listed)
    same_name = ours.name.casefold() == match.listed.casefold()
    yield _row("Name", ours.name, match.listed, "same" if same_name else "alike")
    yield _row("Other names", "", ", ".join(others), "unknown")
    yield _row("Kind", ours.kind or "", match.kind or "", "same" if ours.kind == match.kind else "differs")
    yield _row(
        "Date of birth",
        _born(ours, clear),
        " or ".join(match.birth_dates),
        _differs("birth_date" in match.differs),
    )
    yield _row(
        "Countries",
        ", ".join(map(_country, ours.countries)),
        ", ".join(map(_country, match.countries)),
        _differs("countries" in match.differs),
    )
    yield _row(
        "Numbers",
        ", ".join(mask(Kind.TAX_ID, number) for number in ours.identifiers),
        ", ".join(match.identifiers),
        _differs(_bare(ours.identifiers).isdisjoint(_bare(match.identifiers))),
    )
    yield _row("Programme", "", ", ".join(match.programmes), "unknown")


def _row(label: str, ours: str, listed: str, comparison: Comparison) -> ComparedRow:
    known = comparison if ours and listed else "unknown"
    return ComparedRow(label=label, ours=ours, listed=listed, comparison=known)


def _differs(differs: bool) -> Comparison:
    return "differs" if differs else "same"


def _born(party: Party, clear: bool) -> str:
    if party.birth_date is None:
        return ""
    return party.birth_date.isoformat() if clear else mask(Kind.BIRTH_DATE, "")


def _bare(numbers: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(filter(str.isalnum, number)).upper() for number in numbers)


def _country(code: str) -> str:
    names = cast("Mapping[str, str]", Locale("en").territories)
    name = names.get(code)
    return f"{name} ({code})" if name else code
