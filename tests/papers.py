"""Papers that merchants send, made here: honest ones, and ones that nobody sends by mistake."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from PIL import Image
from pypdf import PdfReader, PdfWriter

CERTIFICATE = (
    "CERTIFICATE OF REGISTRATION",
    "Company name: Tidewater Books Ltd",
    "Registered office: 4 Quay Street, Bristol BS1 4DJ, United Kingdom",
)

HEIC_PICTURE = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAA"
    "AAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAAE4AAgAAAAACMAABAAAAAAAAAKQAAAA4aWluZgAA"
    "AAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA/Wlwcn"
    "AAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroC"
    "QGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm"
    "5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AA"
    "AAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQ"
    "ABAAAA+m1kYXQAAABKKAGvCeAP6vJRS3P+vv2tt+OLUNx+J+aYiKa1/zRLNLdlkfI3PH+dO4eMq/kTSuzu3dLU6oZY"
    "RLMCMIspB2qriZGyHGpzEgtoR1wAAAAGRXhpZgAATU0AKgAAAAgAAgEPAAIAAAANAAAAJoglAAQAAAABAAAANAAAAA"
    "BDYW1lcmEgbWFrZXIAAAAEAAEAAgAAAAJOAAAAAAIABQAAAAMAAABqAAMAAgAAAAJFAAAAAAQABQAAAAMAAACCAAAA"
    "AAAAADAAAAABAAAAAQAAAAEAAAACAAAAAQAAAAsAAAABAAAABQAAAAEAAAAGAAAAAQ=="
)
"""64 by 48 pixels with a camera's name and a place, made with libheif; reading needs no encoder."""


def make_pdf(
    *pages: Sequence[str], packed: bool = True, extra: Sequence[bytes] = (), root: str = ""
) -> bytes:
    """A PDF with these lines on its pages; ``extra``: more objects, ``root``: more of the catalogue."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
        )
        objects += [page.encode(), stream(_drawn(lines), packed=packed)]
    return assemble([*objects, *extra])


def _drawn(lines: Sequence[str]) -> bytes:
    shown = b""
    for line in lines:
        text = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown += b"(" + text + b") Tj 0 -16 Td "
    return b"BT /F1 11 Tf 50 780 Td " + shown + b"ET"


def stream(content: bytes, *, packed: bool = True, more: str = "") -> bytes:
    """A stream object."""
    body = zlib.compress(content, 9) if packed else content
    packing = "/Filter /FlateDecode" if packed else ""
    return f"<< /Length {len(body)} {packing} {more} >>\nstream\n".encode() + body + b"\nendstream"


def assemble(objects: Sequence[bytes]) -> bytes:
    """A whole file of numbered objects, the first being the catalogue."""
    file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    )
    return file + tail.encode()


def make_picture(form: str = "JPEG", size: tuple[int, int] = (320, 200), **options: object) -> bytes:
    """A picture with some pattern in it."""
    image = Image.new("RGB", size, (240, 235, 220))
    for x in range(0, size[0], 7):
        image.paste((30, 60, 90), (x, 20, x + 3, 60))
    written = BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


def make_photograph() -> bytes:
    """A JPEG that lies on its side and tells where it was taken."""
    told = Image.Exif()
    told[0x010F], told[0x0112] = "Cameramaker", 6
    told[0x8825] = {1: "N", 2: (51.0, 27.0, 14.0), 3: "W", 4: (2.0, 35.0, 48.0)}
    return make_picture(exif=told.tobytes(), comment=b"taken by Ines Calder")


def make_archive() -> bytes:
    """A ZIP file with a program in it."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("run.js", "alert(1)")
    return written.getvalue()


def make_bomb() -> bytes:
    """A PDF of a few hundred kilobytes whose page unpacks to 300 megabytes."""
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(b" " * 1_000_000) for _ in range(300)) + packing.flush()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    content = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page,
            content + packed + b"\nendstream",
        ]
    )


def make_double_bomb() -> bytes:
    """A PDF whose page is packed twice: 100 kilobytes that look small when unpacked once."""
    inner = zlib.compress(b" " * 90_000_000, 9)
    body = zlib.compress(inner, 9)
    content = f"<< /Length {len(body)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode()
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            content + body + b"\nendstream",
        ]
    )


def make_wide_png() -> bytes:
    """A PNG of a few hundred bytes that claims a thousand million pixels."""
    header = (40_000).to_bytes(4) + (25_000).to_bytes(4) + b"\x08\x02\x00\x00\x00"
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(b"\0" * 9000)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)


def with_script() -> bytes:
    """A PDF that runs a script when it is opened."""
    script = b"<< /S /JavaScript /JS (app.alert\\('hello'\\)) >>"
    return make_pdf(CERTIFICATE, root="/Names << /JavaScript << /Names [(a) 6 0 R] >> >>", extra=[script])


def with_attachment() -> bytes:
    """A PDF that carries another file."""
    return _written(lambda writer: writer.add_attachment("letter.docm", b"macro"))


def with_password() -> bytes:
    """A PDF that nobody can read without its password."""
    return _written(lambda writer: writer.encrypt("secret", algorithm="AES-256"))


def _written(change: object) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf(CERTIFICATE))))
    assert callable(change)
    change(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
