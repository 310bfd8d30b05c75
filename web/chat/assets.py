"""Chainlit's scripts and styles, which are large: compressed once, not anew for each visitor."""

from __future__ import annotations

import gzip
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path

from chainlit.server import build_dir
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

_COMPRESSED = frozenset({".js", ".mjs", ".css"})


async def asset(request: Request) -> Response:
    """A file that Chainlit's page loads, compressed for whoever takes it so."""
    path = _files().get(request.path_params["name"])
    if path is None:
        return JSONResponse({"detail": "There is nothing here."}, status_code=404)
    if path.suffix not in _COMPRESSED or "gzip" not in request.headers.get("accept-encoding", ""):
        return FileResponse(path)
    return Response(
        await run_in_threadpool(_compressed, path),
        media_type=guess_type(path.name)[0],
        headers={"content-encoding": "gzip", "vary": "Accept-Encoding"},
    )


@lru_cache(maxsize=1)
def _files() -> dict[str, Path]:
    """By their names, so that no other name leads anywhere."""
    return {path.name: path for path in (Path(build_dir) / "assets").iterdir() if path.is_file()}


@lru_cache(maxsize=64)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes())
