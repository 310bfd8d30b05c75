"""Reading an upload as it comes in, in memory alone, and no further than the largest that is taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from cases.documents import LARGEST, DocumentKind
from cases.errors import Invalid
from tools.documents.flaws import Flaw
from tools.documents.reception import Sent, refusal

AROUND = 65_536
"""Bytes that a form may have around its file."""

LARGEST_UPLOAD = LARGEST + AROUND
MOST_FIELDS = 10
LONGEST_FIELD = 1_000


async def read_sent(request: Request, name: str = "", kind: str = DocumentKind.OTHER) -> Sent:
    """The file of a request: the one in a form, or its whole body, then called ``name`` and of ``kind``.

    Raises TooLarge as soon as it is, Invalid for a form that cannot be read. Nothing touches a disk.
    """
    media_type, options = parse_options_header(request.headers.get("content-type", ""))
    if media_type != b"multipart/form-data":
        content = await _read_body(request)
        return Sent(name, _kind(kind), media_type.decode("latin-1"), content)
    form = await read_form(request, options.get(b"boundary", b""))
    if form.file is None:
        raise refusal(Flaw.EMPTY)
    kind = form.fields.get("kind", kind)
    return Sent(form.file.name or name, _kind(kind), form.file.claimed, bytes(form.file.content))


async def _read_body(request: Request) -> bytes:
    content = bytearray()
    _require_announced(request, LARGEST)
    async for piece in request.stream():
        content += piece
        if len(content) > LARGEST:
            raise refusal(Flaw.TOO_LARGE)
    return bytes(content)


def _require_announced(request: Request, most: int) -> None:
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > most:
        raise refusal(Flaw.TOO_LARGE)


@dataclass
class File:
    """A file of a form."""

    name: str
    claimed: str
    content: bytearray = field(default_factory=bytearray)


class Form:
    """A form as far as it has come in: its short fields, and one file."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.file: File | None = None
        self.is_whole = False
        self._name = ""
        self._value = bytearray()
        self._header, self._header_value = bytearray(), bytearray()
        self._headers: dict[bytes, bytes] = {}
        self._is_file = False

    def begin(self) -> None:
        """A part begins."""
        self._headers, self._value = {}, bytearray()

    def header_name(self, data: bytes, start: int, end: int) -> None:
        """A piece of a header's name."""
        self._header += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        """A piece of a header's value."""
        self._header_value += data[start:end]

    def header_end(self) -> None:
        """A header is whole."""
        self._headers[bytes(self._header).lower()] = bytes(self._header_value)
        self._header, self._header_value = bytearray(), bytearray()

    def headers_end(self) -> None:
        """The part's content comes next."""
        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        self._name = options.get(b"name", b"").decode("utf-8", "replace")
        # A field for a file that nobody chose comes with an empty name.
        self._is_file = bool(options.get(b"filename"))
        if self._is_file and self.file is not None:
            raise Invalid("Please send one file at a time.", code="one_at_a_time")
        if self._is_file:
            name = options[b"filename"].decode("utf-8", "replace")
            self.file = File(name, self._headers.get(b"content-type", b"").decode("latin-1"))

    def data(self, data: bytes, start: int, end: int) -> None:
        """A piece of the part's content."""
        into = self.file.content if self._is_file and self.file is not None else self._value
        into += data[start:end]
        if len(into) > (LARGEST if self._is_file else LONGEST_FIELD):
            raise refusal(Flaw.TOO_LARGE)

    def end(self) -> None:
        """The part is whole."""
        if not self._is_file and len(self.fields) < MOST_FIELDS:
            self.fields[self._name] = self._value.decode("utf-8", "replace")

    def all_end(self) -> None:
        """The form is whole."""
        self.is_whole = True


async def read_form(request: Request, boundary: bytes) -> Form:
    """A multipart form with at most one file; raises TooLarge, Invalid."""
    _require_announced(request, LARGEST_UPLOAD)
    form, received = Form(), 0
    try:
        parser = _parser(boundary, form)
        async for piece in request.stream():
            received += len(piece)
            if received > LARGEST_UPLOAD:
                raise refusal(Flaw.TOO_LARGE)
            parser.write(piece)
        parser.finalize()
    except FormParserError as error:
        raise Invalid("The form cannot be read.", code="broken_form") from error
    if not form.is_whole:
        raise Invalid("The form is not complete.", code="broken_form")
    return form


def _parser(boundary: bytes, form: Form) -> MultipartParser:
    return MultipartParser(
        boundary,
        {
            "on_part_begin": form.begin,
            "on_header_field": form.header_name,
            "on_header_value": form.header_value,
            "on_header_end": form.header_end,
            "on_headers_finished": form.headers_end,
            "on_part_data": form.data,
            "on_part_end": form.end,
            "on_end": form.all_end,
        },
    )


def _kind(text: str) -> DocumentKind:
    try:
        return DocumentKind(text)
    except ValueError:
        known = ", ".join(kind.value for kind in DocumentKind)
        raise Invalid(f"The kind of a document is one of {known}.", code="invalid_kind") from None
