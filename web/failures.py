"""What went wrong, told without the words of the exception: they may quote what somebody wrote."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

SHOWN_FRAMES = 6


def describe(error: BaseException) -> str:
    """An exception's kind, those it came from, and the innermost places they passed through."""
    chain = [error]
    while (before := chain[-1].__cause__ or chain[-1].__context__) is not None and before not in chain:
        chain.append(before)
    return " from ".join(f"{type(each).__name__} at {_places(each.__traceback__)}" for each in chain)


def _places(trace: TracebackType | None) -> str:
    found: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " < ".join(reversed(found[-SHOWN_FRAMES:]))
