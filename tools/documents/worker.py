"""The process in which one file is taken apart: it may use little, write nothing and take no time.

Standard input: the media type in one line, then the file. Standard output: one line of JSON, then
the picture as it is to be kept. Whatever happens here, the server only reads an answer or none.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys

from tools.documents.flaws import Flaw, Flawed
from tools.documents.images import rewrite
from tools.documents.kinds import PDF, require_single
from tools.documents.pdf import read_pdf

MEMORY = 1024 * 1024 * 1024
SECONDS = 20

LIMITS = {
    resource.RLIMIT_CPU: SECONDS,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NOFILE: 16,
    resource.RLIMIT_AS: MEMORY,
}


def main() -> None:
    """Take apart what comes in."""
    limit()
    media_type = sys.stdin.buffer.readline().decode().strip()
    content = sys.stdin.buffer.read()
    answer, kept = _take_apart(content, media_type)
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + kept)


def limit() -> None:
    """Give up, for good, what taking a file apart does not need."""
    for what, most in LIMITS.items():
        # macOS knows no limit of address space.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _take_apart(content: bytes, media_type: str) -> tuple[dict[str, str | int], bytes]:
    try:
        require_single(content)
        if media_type == PDF:
            pages, text = read_pdf(content)
            return {"media_type": PDF, "pages": pages, "text": text}, b""
        kept_as, kept = rewrite(content, media_type)
        return {"media_type": kept_as, "pages": 1, "text": ""}, kept
    except Flawed as error:
        return {"flaw": error.flaw}, b""
    except MemoryError:
        return {"flaw": Flaw.UNPACKS_TOO_LARGE}, b""
    except Exception:  # noqa: BLE001 (a parser that is fed with anything raises anything)
        return {"flaw": Flaw.DAMAGED}, b""


if __name__ == "__main__":
    main()
