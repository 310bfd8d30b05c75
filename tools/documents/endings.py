"""Where a picture ends: what stands behind its end is not the picture (a second file, or a cut one)."""

from __future__ import annotations

from tools.documents.flaws import Flaw, Flawed
from tools.documents.kinds import HEIC, JPEG, PNG

_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers without a length: TEM, RST0 to RST7, SOI."""
_END = 0xD9
_SAMSUNG = (b"SEFH", b"SEFT")
"""Around the notes that a Samsung camera puts behind its pictures."""
_LARGEST_NOTES = 65_536
_BOXES = frozenset({b"ftyp", b"meta", b"mdat", b"free", b"skip", b"uuid", b"moov", b"styp", b"idat", b"udta"})


def require_whole(content: bytes, media_type: str) -> None:
    """Raise Flawed for a picture that is cut off, or that something else is hung on."""
    rest = {JPEG: _behind_jpeg, PNG: _behind_png, HEIC: _behind_heic}[media_type](content)
    if rest.strip(b"\0\r\n\t "):
        raise Flawed(Flaw.TWO_FILES_IN_ONE)


def _behind_jpeg(content: bytes) -> bytes:
    end, has_more_pictures = _end_of_jpeg(content, 0)
    rest = content[end:]
    # Phones put a second picture (brightness, depth) behind the first, and say so in it.
    while has_more_pictures and (start := rest.find(b"\xff\xd8\xff")) >= 0 and not rest[:start].strip(b"\0"):
        rest = rest[_end_of_jpeg(rest, start)[0] :]
    head, tail = _SAMSUNG
    if rest.endswith(tail) and head in rest and len(rest) <= _LARGEST_NOTES:
        return b""
    return rest


def _end_of_jpeg(content: bytes, at: int) -> tuple[int, bool]:
    """Where the picture that begins at a place ends, and whether it says that others follow."""
    has_more = False
    at += 2
    while True:
        at = _marker(content, at)
        marker = content[at]
        at += 1
        if marker == _END:
            return at, has_more
        if marker in _BARE:
            continue
        length = int.from_bytes(content[at : at + 2])
        has_more = has_more or content[at + 2 : at + 6] == b"MPF\0"
        at += max(length, 2)


def _marker(content: bytes, at: int) -> int:
    """Where the code of the next marker stands; passes over picture data, in which FF 00 is a byte."""
    while True:
        at = content.find(b"\xff", at) + 1
        if at == 0 or at >= len(content):
            raise Flawed(Flaw.DAMAGED)
        if content[at] not in (0x00, 0xFF):
            return at


def _behind_png(content: bytes) -> bytes:
    at = 8
    while at + 12 <= len(content):
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND" and at <= len(content):
            return content[at:]
    raise Flawed(Flaw.DAMAGED)


def _behind_heic(content: bytes) -> bytes:
    at = 0
    while at < len(content):
        size, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16])
        if name not in _BOXES:
            return content[at:]
        at = len(content) if size == 0 else at + max(size, 8)
    if at > len(content):
        raise Flawed(Flaw.DAMAGED)
    return b""
