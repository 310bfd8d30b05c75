"""Who fetches a link without a person: mail scanners, previews, and what browsers load beforehand."""

from __future__ import annotations

import re

from fastapi import Request

_NAMED = re.compile(
    r"bot\b|crawl|spider|slurp|preview|scanner|facebookexternalhit|embedly|imageproxy|safelinks"
    r"|barracuda|mimecast|proofpoint|urldefense|virustotal",
    re.IGNORECASE,
)


def is_robot(request: Request) -> bool:
    """Whether something that says what it is fetches a page for nobody to look at."""
    said = request.headers
    beforehand = f"{said.get('sec-purpose', '')} {said.get('purpose', '')} {said.get('x-moz', '')}"
    return "prefetch" in beforehand or bool(_NAMED.search(said.get("user-agent", "")))
