"""The walk along one chain: does each event follow the one before, and do head and seals agree?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from storage.chain import Stored, first_prev_hash, hash_event


class Rank(IntEnum):
    """Which finding is named first: an event is more exact than a row, a row than a file."""

    EVENT = 1
    CASE = 2
    ROW = 3
    SEALS = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold; ids as they are stored."""

    rank: Rank
    problem: str
    case_id: str | None = None
    seq: int | None = None


class Walk:
    """Follows one case's events, handed in by seq, up to the first that does not hold."""

    def __init__(self, case_id: str, sealed: Mapping[int, str]):
        self.case_id = case_id
        self.seq = 0
        self.last_hash: str = first_prev_hash(case_id)
        self.sealed_up_to = 0
        self.finding: Finding | None = None
        self.disputed = False
        self._sealed = sealed

    def step(self, event: Stored) -> None:
        """Go on to an event."""
        if self.finding is not None:
            return
        expected = self.seq + 1
        if event["seq"] != expected:
            self.stop(expected, "is missing")
        elif event["prev_hash"] != self.last_hash:
            self.stop(expected, "does not follow the event before it")
        elif event["hash"] != hash_event(event):
            self.stop(expected, "was changed")
        else:
            self.seq, self.last_hash = expected, event["hash"]
            self._compare_seal()

    def arrive(self, case: Stored, holds: bool) -> None:
        """Compare the end with the row of the case; ``holds`` says whether the row is as signed."""
        if self.finding is not None:
            return
        if self.seq < max(self._sealed, default=0):
            self.stop(self.seq + 1, "is missing: it was sealed")
        elif not holds:
            self.disputed = True
        elif self.seq < case["head_seq"]:
            self.stop(self.seq + 1, "is missing: the chain was cut off before it")
        elif self.seq > case["head_seq"]:
            self.stop(case["head_seq"] + 1, "is behind the end of the chain")
        elif self.last_hash != case["head_hash"]:
            self.disputed = True

    @property
    def breaks_a_seal(self) -> bool:
        """Whether a sealed head is not the one found at its place."""
        return self.sealed_up_to < max(self._sealed, default=0)

    def stop(self, seq: int, what: str) -> None:
        """Note that the event does not hold."""
        problem = f"Event {seq} of case {self.case_id} {what}."
        self.finding = Finding(Rank.EVENT, problem, self.case_id, seq)

    def _compare_seal(self) -> None:
        sealed = self._sealed.get(self.seq)
        if sealed is None or self.disputed:
            return
        if sealed == self.last_hash:
            self.sealed_up_to = self.seq
        else:
            # Somebody hashed the chain anew; where from is for the bodies to tell.
            self.disputed = True
