"""The letter that asks for a decision: risk, recommendation, checks, until when, and the link."""

from __future__ import annotations

from desk.brief import Brief, CheckLine
from notices.letters import Letter, harmless


def approval_letter(brief: Brief, url: str, public_url: str, hours: int | None) -> Letter:
    """The letter; ``hours``: for how long its link decides, None where it only leads to the case."""
    what = "a second approval" if brief.is_second else "your decision"
    who = f"{harmless(brief.name)} ({brief.number})" if brief.name else brief.number.capitalize()
    return Letter(
        subject=f"{who} waits for {what}",
        paragraphs=(f"{who} waits for {what}.",),
        facts=tuple(_facts(brief)),
        lists=tuple(_lists(brief)),
        button="Look at it and decide",
        url=url,
        small=_small(hours, public_url),
    )


def _facts(brief: Brief) -> list[tuple[str, str]]:
    facts = [
        ("Risk", brief.risk or "not scored"),
        ("Recommendation", brief.recommendation or "none"),
        ("Version", str(brief.version)),
    ]
    return [*facts, ("Due", brief.due)] if brief.due else facts


def _lists(brief: Brief) -> list[tuple[str, tuple[str, ...]]]:
    lists = [
        ("Why", brief.reasons),
        ("Bars an approval", brief.bars),
        ("Checks that do not hold", tuple(_line(check) for check in brief.checks if not check.holds)),
        ("Checks that hold", tuple(_in_one_line(brief))),
    ]
    return [(title, lines) for title, lines in lists if lines]


def _line(check: CheckLine) -> str:
    said = f"{check.label}: {check.status}"
    return f"{said}. {check.reason}" if check.reason else said


def _in_one_line(brief: Brief) -> list[str]:
    """What is as it should be, in a line for each way of being so."""
    held = [check for check in brief.checks if check.holds]
    ways = dict.fromkeys(check.status for check in held)
    return [f"{way.capitalize()}: {'; '.join(c.label for c in held if c.status == way)}" for way in ways]


def _small(hours: int | None, public_url: str) -> str:
    choice = f"You choose what you are told at {public_url}/account."
    if hours is None:
        return "You sign in before you decide."
    lasts = f"{hours // 24} days" if hours % 24 == 0 and hours > 24 else f"{hours} hours"
    return f"The link is for you alone, good once and for {lasts}; you sign in before you decide. {choice}"
