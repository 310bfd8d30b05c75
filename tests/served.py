"""``onboard serve`` in a process that is forked from one which has imported everything already."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import cli
from tests import kill_points

# Importing takes most of the time until a server is there, so it is done once for all of them.
from web.commands import serve as _imported_ahead  # noqa: F401

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([__name__])


def served(environment: Mapping[str, str], log: Path, kill_at: str | None) -> ForkServerProcess:
    """Start a server that knows these settings alone, prints into ``log`` and dies at ``kill_at``."""
    process = _FORKS.Process(target=_serve, args=(dict(environment), log, kill_at), daemon=True)
    process.start()
    return process


def _serve(environment: Mapping[str, str], log: Path, kill_at: str | None) -> None:
    for name in [name for name in os.environ if name.startswith("ONBOARD_")]:
        del os.environ[name]
    os.environ.update(environment)
    tempfile.tempdir = None
    with log.open("ab") as file:
        os.dup2(file.fileno(), sys.__stdout__.fileno())
        os.dup2(file.fileno(), sys.__stderr__.fileno())
    if kill_at is not None:
        kill_points.arm(kill_at)
    sys.argv = ["onboard", "serve"]
    cli.main()
