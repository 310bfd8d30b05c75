"""The privacy notice, whose version is on record in every case."""

from __future__ import annotations

from starlette.responses import HTMLResponse

from cases.policy import Policy
from web.chat.page import security_policy
from web.pages import render


def privacy_page(policy: Policy, root: str) -> HTMLResponse:
    """The notice in the policy's version; ``root``: the path under which the chat is mounted."""
    html = render(
        "privacy",
        root=root,
        version=policy.notice.version,
        days=str(policy.deadlines.merchant_days),
    )
    return HTMLResponse(html, headers={"content-security-policy": security_policy()})
