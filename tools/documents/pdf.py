"""PDF files: whether one is only pages to look at, how many, and the text that can be read in it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader, overwrite_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from tools.documents.flaws import Flaw, Flawed

MOST_PAGES = 50
MOST_OBJECTS = 50_000
LARGEST_STREAM = 20_000_000
"""Bytes of one unpacked stream that is looked into."""

LARGEST_UNPACKED = 100_000_000
"""Bytes of all packed streams together, once unpacked."""

LONGEST_TEXT = 20_000
"""Characters that are kept of what can be read."""

_PIECE = 1_000_000
_END = b"%%EOF"
_STREAM = re.compile(rb"stream\r?\n")
_ACTIVE_KEYS = frozenset({"/JS", "/JavaScript", "/XFA", "/EmbeddedFiles", "/EF", "/RichMediaContent"})
_ACTIVE_NAMES = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/EmbeddedFile",
        "/RichMedia",
        "/GoToE",
        "/GoToR",
        "/SubmitForm",
        "/ImportData",
        "/Rendition",
    }
)
_PACKINGS = frozenset(
    {"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL", "/BrotliDecode"}
)
_ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
"""In the trailer, which is never packed."""

_ACTIVE_WORDS = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])")
"""The same in bytes that no table of contents lists: another reader may find them all the same."""


def read_pdf(content: bytes) -> tuple[int, str]:
    """The number of pages and their text; raises Flawed, or what a broken file makes pypdf raise."""
    _require_end(content)
    _require_open(content)
    _require_small(content)
    overwrite_configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
        brotli_maximum_output_length=LARGEST_STREAM,
        array_based_stream_maximum_output_length=LARGEST_STREAM,
        jbig2dec_binary=None,
    )
    try:
        reader = PdfReader(BytesIO(content), strict=True, xref_stream_maximum_entries=MOST_OBJECTS)
        for found in _objects(reader):
            _require_passive(found)
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise Flawed(Flaw.TOO_MANY_PAGES)
        return max(pages, 1), _text(reader)
    except LimitReachedError as error:
        raise Flawed(Flaw.UNPACKS_TOO_LARGE) from error


def _require_end(content: bytes) -> None:
    at = content.rfind(_END)
    if at < 0:
        raise Flawed(Flaw.DAMAGED)
    if content[at + len(_END) :].strip(b"\0\r\n\t\f "):
        raise Flawed(Flaw.TWO_FILES_IN_ONE)


def _require_open(content: bytes) -> None:
    if _ENCRYPTED.search(content):
        raise Flawed(Flaw.ENCRYPTED)
    if _ACTIVE_WORDS.search(content):
        raise Flawed(Flaw.ACTIVE)


def _require_small(content: bytes) -> None:
    """Unpack whatever is packed, a piece at a time and keeping nothing, until it is too much."""
    left = LARGEST_UNPACKED
    for match in _STREAM.finditer(content):
        left -= _unpacked(memoryview(content)[match.end() :], left)
        if left <= 0:
            raise Flawed(Flaw.UNPACKS_TOO_LARGE)


def _unpacked(packed: memoryview, most: int) -> int:
    unpacking, size = zlib.decompressobj(), 0
    try:
        piece = unpacking.decompress(packed[:_PIECE], _PIECE)
        at = _PIECE
        while size < most and (piece or at < len(packed)) and not unpacking.eof:
            size += len(piece)
            more = unpacking.unconsumed_tail
            if not more:
                more, at = bytes(packed[at : at + _PIECE]), at + _PIECE
            piece = unpacking.decompress(more, _PIECE)
        size += len(piece)
    except zlib.error:
        return size  # packed in another way, or not at all
    return size


def _objects(reader: PdfReader) -> Iterator[PdfObject | None]:
    """Every object that the file lists, whether a page leads to it or not."""
    listed = {(number, generation) for generation, table in reader.xref.items() for number in table}
    listed |= {(number, 0) for number in reader.xref_objStm}
    if len(listed) > MOST_OBJECTS:
        raise Flawed(Flaw.TOO_COMPLEX)
    yield reader.trailer
    for number, generation in sorted(listed):
        yield reader.get_object(IndirectObject(number, generation, reader))


def _require_passive(found: PdfObject | None) -> None:
    """Raise Flawed where an object runs something, or carries or fetches another file."""
    waiting: list[object] = [found]
    while waiting:
        item = waiting.pop()
        if isinstance(item, NameObject) and item in _ACTIVE_NAMES:
            raise Flawed(Flaw.ACTIVE)
        if isinstance(item, DictionaryObject):
            if not _ACTIVE_KEYS.isdisjoint(item) or not _opens_quietly(item):
                raise Flawed(Flaw.ACTIVE)
            if _is_packed_twice(item):
                raise Flawed(Flaw.UNPACKS_TOO_LARGE)
            waiting.extend(item.values())
        elif isinstance(item, ArrayObject):
            waiting.extend(item)


def _is_packed_twice(item: DictionaryObject) -> bool:
    filters = item["/Filter"] if "/Filter" in item else None  # noqa: SIM401 (get follows no reference)
    return isinstance(filters, ArrayObject) and sum(str(name) in _PACKINGS for name in filters) > 1


def _opens_quietly(item: DictionaryObject) -> bool:
    """Whether nothing happens when the file is opened, but that it shows one of its own pages."""
    if "/OpenAction" not in item:
        return True
    action = item["/OpenAction"]
    return isinstance(action, ArrayObject) or (
        isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo"
    )


def _text(reader: PdfReader) -> str:
    """The lines that can be read, without empty ones, as far as they fit."""
    lines: list[str] = []
    length = 0
    for page in reader.pages:
        for line in page.extract_text().splitlines():
            readable = " ".join("".join(c if c.isprintable() else " " for c in line).split())
            length += len(readable) + 1
            if length > LONGEST_TEXT:
                return "\n".join(lines)
            if readable:
                lines.append(readable)
    return "\n".join(lines)
