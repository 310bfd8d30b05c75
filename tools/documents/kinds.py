"""What kind of file bytes are: found by their content, and held against what was claimed."""

from __future__ import annotations

import re
from pathlib import PurePath

from tools.documents.flaws import Flaw, Flawed

PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"

ACCEPTED = (PDF, JPEG, PNG, HEIC)

_BEGINNINGS = (
    (PDF, re.compile(rb"%PDF-[12]\.\d")),
    (JPEG, re.compile(rb"\xff\xd8\xff")),
    (PNG, re.compile(rb"\x89PNG\r\n\x1a\n")),
    (HEIC, re.compile(rb"....ftyp(?:hei[cxms]|mif1|msf1)", re.DOTALL)),
)

_ENDINGS = {
    "pdf": PDF,
    "jpg": JPEG,
    "jpeg": JPEG,
    "jpe": JPEG,
    "jfif": JPEG,
    "png": PNG,
    "heic": HEIC,
    "heif": HEIC,
}
"""Endings of names."""

_CLAIMS = {
    "application/pdf": PDF,
    "application/x-pdf": PDF,
    "image/jpeg": JPEG,
    "image/jpg": JPEG,
    "image/pjpeg": JPEG,
    "image/png": PNG,
    "image/x-png": PNG,
    "image/heic": HEIC,
    "image/heif": HEIC,
    "image/heic-sequence": HEIC,
    "image/heif-sequence": HEIC,
}
"""Media types as browsers and phones write them."""

_SAYS_NOTHING = frozenset({"", "application/octet-stream", "binary/octet-stream"})

_HIDDEN = re.compile(
    rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|"
    # What a browser that guesses, or a web server, would take for a page or a program.
    rb"<!doctype\s+html|<html|<script|<iframe|<svg\s|<\?php|#!/(?:usr/)?bin/",
    re.IGNORECASE,
)
_ARCHIVE = (b"PK\x01\x02", b"PK\x05\x06")
"""An archive's list of files and its end, which readers of ZIP, JAR and office files look for."""

_SECOND = re.compile(rb"%PDF-[12]\.\d|GIF8[79]a")
_TAR = (257, b"ustar")
_PDF_IS_LOOKED_FOR = 1024
"""Bytes at the beginning of a file within which readers look for a PDF."""


def kind_of(content: bytes) -> str:
    """The media type that the content itself shows; raises Flawed for any that is not taken."""
    if not content:
        raise Flawed(Flaw.EMPTY)
    for media_type, beginning in _BEGINNINGS:
        if beginning.match(content):
            return media_type
    raise Flawed(Flaw.WRONG_TYPE)


def require_honest(media_type: str, name: str, claimed: str) -> None:
    """Raise Flawed where the file's name, or the type that it was sent under, says another kind."""
    ending = PurePath(name).suffix.removeprefix(".").casefold()
    if ending and _ENDINGS.get(ending) != media_type:
        raise Flawed(Flaw.OTHER_TYPE_CLAIMED)
    claim = claimed.partition(";")[0].strip().casefold()
    if claim not in _SAYS_NOTHING and _CLAIMS.get(claim) != media_type:
        raise Flawed(Flaw.OTHER_TYPE_CLAIMED)


def require_single(content: bytes) -> None:
    """Raise Flawed where the same bytes are a second file as well: a polyglot."""
    at, magic = _TAR
    entry, end = _ARCHIVE
    is_archive = 0 <= content.find(entry) < content.rfind(end)
    is_tape = content[at : at + len(magic)] == magic
    second = _SECOND.search(content, 1, _PDF_IS_LOOKED_FOR) or _HIDDEN.search(content)
    if is_archive or is_tape or second:
        raise Flawed(Flaw.TWO_FILES_IN_ONE)
