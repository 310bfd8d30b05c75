"""The privacy notice, whose version and language are on record in every case."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from cases.policy import Policy
from desk.notice import privacy_notice
from desk.wordbook import wordbook
from web.pages.prose import prose
from web.pages.shell import language_of, page


def privacy_page(request: Request, policy: Policy, root: str) -> Response:
    """The notice in the policy's version; ``root``: the path under which the chat is mounted."""
    language = language_of(request)
    notice, words = privacy_notice(language, policy.deadlines.merchant_days), wordbook(language)
    return page(
        "privacy",
        language,
        root=root,
        home="/start" if root else "/",
        notice=notice,
        short=prose(notice.short),
        full=prose(notice.full),
        version=words("start.notice_version", version=policy.notice.version),
        only_english="" if notice.language == language else words("start.notice_only_english"),
    )
