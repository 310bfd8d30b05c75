"""``onboard serve`` in a process that is forked from one which has imported everything already."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import cli

_FORKS = multiprocessing.get_context("forkserver")
# Importing takes most of the time until a server is there, so it is done once for all of them.
_FORKS.set_forkserver_preload([__name__, "tests.kill_points", "web.commands.serve"])


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
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    if kill_at is not None:
        importlib.import_module("tests.kill_points").arm(kill_at)
    sys.argv = ["onboard", "serve"]
    cli.main()
