"""The pages that are not the chat: starting, links, forms, signing in."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

_FOLDER = Path(__file__).parent


def render(name: str, **values: str) -> str:
    """A page with its values put in, escaped; raises KeyError for one that is missing."""
    template = Template((_FOLDER / f"{name}.html").read_text(encoding="utf-8"))
    return template.substitute({key: escape(value) for key, value in values.items()})
