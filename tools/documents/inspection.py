"""Having a file taken apart by a process of its own, and reading what came of it."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE

from pydantic import BaseModel, ConfigDict, ValidationError

from cases.documents import LARGEST
from tools.documents.flaws import Flaw, Flawed
from tools.documents.kinds import kind_of, require_honest

AT_ONCE = 2
"""Files that are taken apart at the same time; each may take a gigabyte."""

PATIENCE = 40.0
"""Seconds until a file counts as too complex."""

_ENVIRONMENT = {"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
"""Nothing of the server's: no key may stand where a file is parsed."""


class Inspected(BaseModel):
    """A file as it is kept: checked, pictures written anew. ``text``: what can be read, line by line."""

    model_config = ConfigDict(frozen=True)

    media_type: str
    content: bytes
    pages: int
    text: str


class _Answer(BaseModel):
    flaw: Flaw | None = None
    media_type: str = ""
    pages: int = 1
    text: str = ""


class Inspector:
    """Takes files apart, a few at a time."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)

    async def inspect(self, content: bytes, name: str, claimed: str) -> Inspected:
        """The file as it can be kept. ``name`` and ``claimed`` (a media type) are only held against it.

        Raises Flawed. Nothing is written anywhere.
        """
        if len(content) > LARGEST:
            raise Flawed(Flaw.TOO_LARGE)
        media_type = kind_of(content)
        require_honest(media_type, name, claimed)
        async with self._places:
            answer, kept = await _take_apart(content, media_type)
        if answer.flaw is not None:
            raise Flawed(answer.flaw)
        if len(kept) > LARGEST:
            raise Flawed(Flaw.TOO_LARGE)
        return Inspected(
            media_type=answer.media_type, content=kept or content, pages=answer.pages, text=answer.text
        )


async def _take_apart(content: bytes, media_type: str) -> tuple[_Answer, bytes]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-m", "tools.documents.worker"),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=_ENVIRONMENT,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            said, _ = await process.communicate(media_type.encode() + b"\n" + content)
    except TimeoutError:
        raise Flawed(Flaw.TOO_COMPLEX) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise Flawed(Flaw.TOO_COMPLEX)
    line, _, kept = said.partition(b"\n")
    try:
        return _Answer.model_validate_json(line), kept
    except ValidationError:
        raise Flawed(Flaw.TOO_COMPLEX) from None
