"""Pictures of links, for a telephone's camera."""

from __future__ import annotations

import io

import segno


def qr_code(url: str) -> bytes:
    """A QR code as PNG."""
    png = io.BytesIO()
    segno.make(url, error="m").save(png, kind="png", scale=5, border=3)
    return png.getvalue()
