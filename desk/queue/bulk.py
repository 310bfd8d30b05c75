"""The same command for several cases, one after the other, and how it went with each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from cases.errors import OnboardError

SAID = 5
"""Refusals that are told one by one; the others are counted."""


class Result(NamedTuple):
    """What became of one case: why it was refused, None where it was done."""

    case_id: UUID
    refusal: str | None


async def in_turn(cases: Iterable[UUID], command: Callable[[UUID], Awaitable[object]]) -> list[Result]:
    """Give the command for each case once; a refusal stops none of the others."""
    results: list[Result] = []
    for case_id in dict.fromkeys(cases):
        try:
            await command(case_id)
        except OnboardError as error:
            results.append(Result(case_id, str(error)))
        else:
            results.append(Result(case_id, None))
    return results


def in_words(results: Sequence[Result], names: Mapping[UUID, str]) -> str:
    """How it went: ``7 done, 2 not: …``, each refusal with the name of its case."""
    refused = [result for result in results if result.refusal is not None]
    done = f"{len(results) - len(refused)} done"
    if not refused:
        return f"{done}."
    told = [f"{names.get(case_id, 'a case')} ({refusal})" for case_id, refusal in refused[:SAID]]
    more = [f"and {len(refused) - SAID} more"] if len(refused) > SAID else []
    return f"{done}, {len(refused)} not: {'; '.join([*told, *more])}"
