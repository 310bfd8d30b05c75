"""Legal texts as HTML: Markdown with tables, in which HTML is shown letter by letter."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markupsafe import Markup

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def prose(text: str) -> Markup:
    """The Markdown of a file as HTML."""
    return Markup(_MARKDOWN.render(text))  # noqa: S704 (rendered with HTML switched off)
