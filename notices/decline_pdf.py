"""The letter to a declined merchant as a PDF; the same letter is the same file, byte for byte."""

from __future__ import annotations

import importlib
from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING, cast

import font_roboto
from anyascii import anyascii

from desk.decline_letter import DeclineLetter, Part

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

FONT = "Roboto"
FONTS = Path(font_roboto.font_directory)
LEFT, TOP, BOTTOM, LINE = 25.0, 22.0, 24.0, 5.6
"""Margins and the height of a line, in millimetres."""

GREEN, INK, GREY = (14, 98, 88), (21, 36, 43), (90, 107, 114)


def decline_pdf(letter: DeclineLetter) -> bytes:
    """The letter on paper."""
    page = _page(letter)
    _head(page, letter)
    for part in letter.parts:
        _part(page, part)
    _write(page, letter.closing, after=LINE)
    _write(page, letter.signature, color=GREY)
    return bytes(page.output())


def _page(letter: DeclineLetter) -> FPDF:
    # fpdf2 and the fonts behind it take half a second to load: with the first letter only.
    page = cast("FPDF", importlib.import_module("fpdf").FPDF(format=letter.paper))
    page.set_margins(LEFT, TOP, LEFT)
    page.set_auto_page_break(True, BOTTOM)
    page.add_font(FONT, "", FONTS / "Roboto-Regular.ttf")
    page.add_font(FONT, "B", FONTS / "Roboto-Medium.ttf")
    page.set_creation_date(letter.at)
    page.set_title(letter.title)
    page.set_author("Onboard")
    page.set_lang(letter.language)
    page.add_page()
    return page


def _head(page: FPDF, letter: DeclineLetter) -> None:
    _write(page, "Onboard", size=17, bold=True, color=GREEN, after=LINE * 2)
    _write(page, letter.addressee, after=LINE * 2)
    _write(page, f"{letter.day} · {letter.reference}", size=9.5, color=GREY, after=LINE)
    _write(page, letter.title, size=14, bold=True, after=LINE * 0.7)


def _part(page: FPDF, part: Part) -> None:
    # A heading is never the last line of a page.
    if part.heading and page.will_page_break(LINE * 4):
        page.add_page()
    if part.heading:
        _write(page, part.heading, bold=True)
    _write(page, part.text, after=LINE * (0.3 if part.points else 0.7))
    for number, point in enumerate(part.points, 1):
        _point(page, point, after=LINE * (0.7 if number == len(part.points) else 0.2))


def _point(page: FPDF, text: str, after: float) -> None:
    page.set_x(LEFT + 2)
    page.cell(5, LINE, "•")
    page.set_left_margin(LEFT + 7)
    _write(page, text, after=after)
    page.set_left_margin(LEFT)
    page.set_x(LEFT)


def _write(
    page: FPDF,
    text: str,
    *,
    size: float = 10.5,
    bold: bool = False,
    color: tuple[int, int, int] = INK,
    after: float = 0,
) -> None:
    page.set_font(FONT, "B" if bold else "", size)
    page.set_text_color(*color)
    page.multi_cell(0, LINE * size / 10.5, _printable(page, text), align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(after)


def _printable(page: FPDF, text: str) -> str:
    """The text with what the font has no sign for in Latin letters: a name may be written in any script."""
    font = cast("TTFFont", page.fonts[FONT.lower()])
    known = cast("Container[int]", font.cmap)  # pyright: ignore[reportUnknownMemberType]
    return "".join(sign if ord(sign) in known else anyascii(sign) for sign in text)
