"""Files that hold secrets: private from the first byte, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from storage.errors import SettingsError


def make_private_folder(folder: Path) -> None:
    """Create a folder that only its owner may enter (0700); one that is there stays as it is."""
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.mkdir(exist_ok=True, mode=0o700)


def read_or_make(file: Path, make: Callable[[], str]) -> str:
    """The file's text, made and kept (0600) where it is not there yet; one maker wins a race."""
    if not file.exists():
        temporary = _write_beside(file, make() + "\n")
        try:
            # A link fails where the name is taken: of two processes one wins, both use its key.
            os.link(temporary, file)
            sync_folder(file.parent)
        except FileExistsError:
            pass
        finally:
            temporary.unlink()
    text = file.read_text(encoding="utf-8", errors="replace").strip()
    if not text:
        raise SettingsError(f"{file}: is empty")
    return text


def replace_text(file: Path, text: str) -> None:
    """Put a new text in the place of the old one, whole or not at all, safe on the disk."""
    temporary = _write_beside(file, text)
    try:
        temporary.replace(file)
    except OSError:
        temporary.unlink()
        raise
    sync_folder(file.parent)


def _write_beside(file: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)  # O_EXCL, mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    return Path(name)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder, not only the files' contents, survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def stamp_of(file: Path) -> tuple[int, int]:
    """What changes when another process replaces the file."""
    state = file.stat()
    return (state.st_ino, state.st_mtime_ns)
