"""The summary of a case as commands print it: each sentence with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from desk.labels import check_label
from desk.overview import Overview
from desk.sources import OnEvent, Sentence, Source


def print_summary(made: Overview) -> None:
    """Print what a reviewer reads first."""
    _section("", (*made.who, *made.sells))
    if made.risk is not None:
        overridden = (made.risk.overridden,) if made.risk.overridden else ()
        _section("Risk", (made.risk.headline, *overridden, *made.risk.reasons))
    if made.since is not None:
        _section(f"Since you last looked ({made.since.at:%a %d %b, %H:%M} UTC)", made.since.changes)
    found = made.checks
    _section("Checks", (*found.open, *(each for each in (found.holding, found.evidence) if each)))
    _section("Potential matches", made.matches)
    _section("Mismatches", made.mismatches)
    _section("Tried to instruct the agents; nothing came of it", made.attempts)
    _print_advice(made)


def _print_advice(made: Overview) -> None:
    if made.own_view.owed:
        print("\nNote your own view first (onboard view); then you read what is recommended.")
    if made.own_view.view is not None:
        print(f"\nYour own view: {made.own_view.view}. {made.own_view.words}")
    if made.advice is not None:
        _section("Recommended", (made.advice.headline, *made.advice.reasons))


def _section(title: str, sentences: Sequence[Sentence]) -> None:
    if not sentences:
        return
    if title:
        print(f"\n{title}")
    for sentence in sentences:
        print(f"  {sentence.text} [{_sources(sentence)}]")


MOST = 3
"""Sources that are named of one sentence; REST has all of them."""


def _sources(sentence: Sentence) -> str:
    named = dict.fromkeys(map(_named, sentence.sources))
    return ", ".join([*named][:MOST]) + (", …" if len(named) > MOST else "")


def _named(source: Source) -> str:
    return f"event {source.seq}" if isinstance(source, OnEvent) else check_label(source.key)
