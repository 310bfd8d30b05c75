"""A face beside every message: a drawing for each agent, initials for people."""

from __future__ import annotations

import hashlib
from html import escape
from pathlib import Path

from web.chat import ROOT

DRAWINGS = ROOT / "public" / "avatars"


def drawing_of(name: str) -> Path | None:
    """The drawing of an agent; None for people."""
    wanted = name.strip().lower().replace(" ", "_")
    return next((file for file in DRAWINGS.glob("*.svg") if file.stem == wanted), None)


def initials_drawn(name: str) -> str:
    """An SVG with a person's initials, on a colour that their name picks."""
    words = [word for word in name.split() if word not in ("reviewer", "analyst", "compliance", "merchant")]
    letters = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"
    hue = hashlib.sha256(name.encode()).digest()[0] * 360 // 256
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        f'<circle cx="20" cy="20" r="20" fill="hsl({hue} 42% 36%)"/>'
        '<text x="20" y="26" text-anchor="middle" font-family="system-ui,sans-serif" font-size="16" '
        f'font-weight="600" fill="#fff">{escape(letters)}</text></svg>'
    )
