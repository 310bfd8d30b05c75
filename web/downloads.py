"""Handing a document out: as a file to keep, never as a page that could run."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from desk.document_views import DocumentFile

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def download(file: DocumentFile) -> Response:
    """The document as an attachment under its own name (RFC 6266)."""
    plain = "".join(c if (c.isascii() and c.isalnum()) or c in " ._-" else "_" for c in file.name)
    named = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = {**HEADERS, "Content-Disposition": named}
    return Response(file.content, media_type=file.media_type, headers=headers)
