"""What is kept of a file, and what is refused before anything of it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cases.documents import LARGEST
from cases.languages import LANGUAGES
from desk.wordbook import wordbook
from tests import papers
from tests.papers import CERTIFICATE, make_archive, make_pdf, make_picture, stream
from tools.documents import inspection
from tools.documents.flaws import Flaw, Flawed
from tools.documents.inspection import Inspected, Inspector

ALTERNATIVES = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


async def keep(content: bytes, name: str = "", claimed: str = "") -> Inspected:
    return await Inspector().inspect(content, name, claimed)


async def flaw(content: bytes, name: str = "", claimed: str = "") -> Flaw:
    with pytest.raises(Flawed) as refused:
        await keep(content, name, claimed)
    return refused.value.flaw


async def test_the_text_of_a_pdf_is_read_line_by_line_over_all_its_pages() -> None:
    read = await keep(make_pdf(CERTIFICATE, ["", "second   page"]), "paper.pdf", "application/pdf")
    assert (read.media_type, read.pages) == ("application/pdf", 2)
    assert read.text.splitlines() == [*CERTIFICATE, "second page"]


async def test_a_pdf_is_kept_byte_for_byte() -> None:
    paper = make_pdf(CERTIFICATE)
    assert (await keep(paper)).content == paper


async def test_no_more_text_is_kept_than_fits() -> None:
    read = await keep(make_pdf(*[["word " * 20] * 40 for _ in range(8)]))
    assert 19_000 < len(read.text) <= 20_000


async def test_a_page_that_is_shown_first_is_no_script() -> None:
    read = await keep(make_pdf(CERTIFICATE, root="/OpenAction [4 0 R /Fit]"))
    assert read.pages == 1


@pytest.mark.parametrize(
    ("picture", "kept_as"),
    [
        (make_picture("JPEG"), "image/jpeg"),
        (make_picture("PNG"), "image/png"),
        (papers.HEIC_PICTURE, "image/jpeg"),
    ],
)
async def test_a_picture_of_each_kind_is_kept_as_one_that_a_browser_shows(
    picture: bytes, kept_as: str
) -> None:
    read = await keep(picture)
    assert read.media_type == kept_as
    with Image.open(BytesIO(read.content)) as kept, Image.open(BytesIO(make_picture())) as sent:
        assert kept.size in (sent.size, (64, 48))
        kept.load()


async def test_a_photograph_is_turned_upright_and_forgets_where_it_was_taken() -> None:
    photograph = papers.make_photograph()
    assert b"Cameramaker" in photograph
    assert b"Ines" in photograph
    read = await keep(photograph, "IMG_1.JPG", "image/jpeg")
    with Image.open(BytesIO(read.content)) as kept:
        assert kept.size == (200, 320)
        assert not kept.getexif()
        assert "comment" not in kept.info
    assert b"Cameramaker" not in read.content
    assert b"Ines" not in read.content


async def test_the_place_in_a_heic_photograph_is_forgotten_too() -> None:
    assert b"Camera maker" in papers.HEIC_PICTURE
    kept = (await keep(papers.HEIC_PICTURE, "IMG_1.HEIC", "image/heic")).content
    assert b"Camera maker" not in kept


async def test_a_second_picture_that_a_phone_puts_behind_the_first_is_no_second_file() -> None:
    written = BytesIO()
    with Image.open(BytesIO(make_picture())) as first, Image.open(BytesIO(make_picture())) as second:
        first.save(written, "MPO", save_all=True, append_images=[second])
    assert (await keep(written.getvalue(), "a.jpg", "image/jpeg")).media_type == "image/jpeg"


HOSTILE: dict[str, tuple[Callable[[], bytes], Flaw]] = {
    "nothing": (lambda: b"", Flaw.EMPTY),
    "random bytes": (lambda: os.urandom(50_000), Flaw.WRONG_TYPE),
    "a web page": (lambda: b"<!doctype html><script>alert(1)</script>", Flaw.WRONG_TYPE),
    "a program": (lambda: b"MZ" + bytes(400), Flaw.WRONG_TYPE),
    "an SVG": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Flaw.WRONG_TYPE),
    "a GIF with an archive": (lambda: b"GIF89a" + make_archive(), Flaw.WRONG_TYPE),
    "a PDF's beginning and nothing else": (lambda: b"%PDF-1.7\n" + os.urandom(9000), Flaw.DAMAGED),
    "noise between a PDF's beginning and end": (
        lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF",
        Flaw.DAMAGED,
    ),
    "half a PDF": (lambda: make_pdf(CERTIFICATE)[:400], Flaw.DAMAGED),
    "a JPEG cut off": (lambda: make_picture()[:-200], Flaw.DAMAGED),
    "a JPEG without its middle": (lambda: make_picture()[:300] + b"\xff\xd9", Flaw.DAMAGED),
    "a PNG cut off": (lambda: make_picture("PNG")[:-30], Flaw.DAMAGED),
    "a PNG with a changed byte": (
        lambda: make_picture("PNG").replace(b"IDAT\x78", b"IDAT\x00"),
        Flaw.DAMAGED,
    ),
    "a HEIC cut off": (lambda: papers.HEIC_PICTURE[:-100], Flaw.DAMAGED),
    "a JPEG with an archive behind": (lambda: make_picture() + make_archive(), Flaw.TWO_FILES_IN_ONE),
    "a PNG with an archive behind": (lambda: make_picture("PNG") + make_archive(), Flaw.TWO_FILES_IN_ONE),
    "a HEIC with something behind": (lambda: papers.HEIC_PICTURE + b"more bytes", Flaw.TWO_FILES_IN_ONE),
    "a JPEG with a page in its comment": (
        lambda: make_picture(comment=b"<script>alert(1)</script>"),
        Flaw.TWO_FILES_IN_ONE,
    ),
    "a JPEG with a PDF in its comment": (
        lambda: make_picture(comment=make_pdf(CERTIFICATE, packed=False)),
        Flaw.TWO_FILES_IN_ONE,
    ),
    "a PDF with an archive behind": (lambda: make_pdf(CERTIFICATE) + make_archive(), Flaw.TWO_FILES_IN_ONE),
    "a PDF with an archive within": (
        lambda: make_pdf(CERTIFICATE, extra=[stream(make_archive(), packed=False)]),
        Flaw.TWO_FILES_IN_ONE,
    ),
    "a PDF that is a page as well": (
        lambda: make_pdf(CERTIFICATE, extra=[stream(b"<html><body>hi", packed=False)]),
        Flaw.TWO_FILES_IN_ONE,
    ),
    "an encrypted PDF": (papers.with_password, Flaw.ENCRYPTED),
    "a PDF with a script": (papers.with_script, Flaw.ACTIVE),
    "a PDF with another file": (papers.with_attachment, Flaw.ACTIVE),
    "a PDF with a script spelt otherwise": (
        lambda: make_pdf(CERTIFICATE, root="/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>"),
        Flaw.ACTIVE,
    ),
    "a PDF with a script on a page": (
        lambda: make_pdf(CERTIFICATE, extra=[f"<< /AA << /O {ALTERNATIVES} >> >>".encode()]),
        Flaw.ACTIVE,
    ),
    "a PDF that starts a program": (
        lambda: make_pdf(CERTIFICATE, root="/OpenAction << /S /L#61unch /F (run.exe) >>"),
        Flaw.ACTIVE,
    ),
    "a PDF with a form that is a program": (
        lambda: make_pdf(CERTIFICATE, root="/AcroForm << /#58FA 6 0 R >>", extra=[stream(b"<xdp/>")]),
        Flaw.ACTIVE,
    ),
    "a PDF that opens with a link": (
        lambda: make_pdf(CERTIFICATE, root="/OpenAction << /S /URI /URI (http://example.com) >>"),
        Flaw.ACTIVE,
    ),
    "a PDF of many pages": (lambda: make_pdf(*[["page"]] * 51), Flaw.TOO_MANY_PAGES),
    "a bomb": (papers.make_bomb, Flaw.UNPACKS_TOO_LARGE),
    "a bomb in a bomb": (papers.make_double_bomb, Flaw.UNPACKS_TOO_LARGE),
    "a PNG of a thousand million pixels": (papers.make_wide_png, Flaw.TOO_MANY_PIXELS),
    "a PDF whose pages are each other's": (
        lambda: make_pdf(CERTIFICATE).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        Flaw.DAMAGED,
    ),
    "a PDF of brackets": (
        lambda: make_pdf(CERTIFICATE, extra=[b"[" * 40_000 + b"]" * 40_000]),
        Flaw.DAMAGED,
    ),
}


@pytest.mark.parametrize("sent", HOSTILE)
async def test_a_file_that_cannot_be_kept_is_refused_for_what_it_is(sent: str) -> None:
    make, expected = HOSTILE[sent]
    assert await flaw(make()) is expected


async def test_a_name_or_a_type_that_says_something_else_is_refused() -> None:
    paper, picture = make_pdf(CERTIFICATE), make_picture("PNG")
    for content, name, claimed in (
        (paper, "paper.png", ""),
        (paper, "paper.exe", ""),
        (paper, "paper.pdf.html", ""),
        (paper, "paper.pdf", "image/png"),
        (picture, "picture.pdf", "application/pdf"),
        (picture, "picture.jpg", ""),
        (picture, "", "text/html"),
    ):
        assert await flaw(content, name, claimed) is Flaw.OTHER_TYPE_CLAIMED
    for name, claimed in (("scan.PNG", "image/png"), ("scan", "application/octet-stream"), ("", "image/png")):
        assert (await keep(picture, name, claimed)).media_type == "image/png"


async def test_a_file_of_more_than_ten_megabytes_is_refused() -> None:
    assert await flaw(b"%PDF-1.7\n" + bytes(LARGEST)) is Flaw.TOO_LARGE


def test_where_a_file_is_taken_apart_nothing_can_be_written(tmp_path: Path) -> None:
    written = tmp_path / "written"
    program = (
        f"from tools.documents.worker import limit; limit(); open({str(written)!r}, 'w', 1).write('a\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode
    assert not written.exists() or not written.stat().st_size


async def test_a_process_that_dies_or_never_answers_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "PATIENCE", 0.001)
    assert await flaw(make_pdf(CERTIFICATE)) is Flaw.TOO_COMPLEX
    monkeypatch.setattr(inspection, "PATIENCE", 40.0)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert await flaw(make_pdf(CERTIFICATE)) is Flaw.TOO_COMPLEX


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_sentence_in_every_language(language: str) -> None:
    words = wordbook(language)  # type: ignore[arg-type]
    sentences = {words(f"document.flaw_{flaw.value}") for flaw in Flaw}
    assert len(sentences) == len(Flaw)
