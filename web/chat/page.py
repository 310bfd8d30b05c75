"""Chainlit's page as we send it: no request to an outside host, and a policy that forbids any."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from html import escape

from chainlit.server import get_html_template  # pyright: ignore[reportUnknownVariableType]

from desk.wordbook import Wordbook

_OUTSIDE = re.compile(r"<(?:link|meta)\b[^>]*https?://[^>]*>", re.DOTALL)
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page and the Content-Security-Policy that it goes out with."""

    html: str
    policy: str


def chat_page(root_path: str, words: Wordbook) -> Page:
    """The chat's page under the path where it is mounted ("" at the top), in the language of the words.

    The names of what is on the page are handed to its script (public/onboard.js).
    """
    html = _OUTSIDE.sub("", get_html_template(root_path))
    names = escape(json.dumps(words.area("window"), ensure_ascii=False))
    html = html.replace('<html lang="en">', f'<html lang="{words.language}" data-names="{names}">', 1)
    hashes = [_hash(script) for script in _INLINE.findall(html)]
    # Chainlit compiles custom elements in the browser (react-runner), which needs 'unsafe-eval'.
    return Page(html, security_policy(scripts=["'unsafe-eval'", *hashes]))


def security_policy(scripts: list[str] | None = None) -> str:
    """A Content-Security-Policy that keeps everything on our own host; ``scripts`` is let run besides."""
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *(scripts or [])]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
