"""The ``.env`` file: which names it sets, and a clear word when it cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from storage.errors import SettingsError


def check_dotenv(path: Path) -> None:
    """Raise ``SettingsError`` when the file is there and cannot be read as NAME=value lines."""
    for binding in _parse(path):
        if binding.error:
            raise SettingsError(f"{path}, line {binding.original.line}: not of the form NAME=value")


def names_set(path: Path) -> set[str]:
    """The names, in capitals, to which the file gives a value that is not empty."""
    return {binding.key.upper() for binding in _parse(path) if binding.key and binding.value}


def _parse(path: Path) -> list[Binding]:
    if not path.exists():
        return []
    try:
        # The same reading as pydantic-settings', which would only log what it skips.
        return list(parse_stream(io.StringIO(path.read_text(encoding="utf-8"))))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as a text file") from error
