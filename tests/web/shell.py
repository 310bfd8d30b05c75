"""The command line as people call it, on a data folder of the test's."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import cli
from tests.policies import BASIC_FILE

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, as JSON."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on stderr of a command that was refused."""
        assert self.status == 2, (self.status, self.out, self.err)
        assert self.err.startswith("onboard: "), self.err
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.removeprefix("onboard: ").strip()


@dataclass(frozen=True)
class Shell:
    """A folder to work in, with its own settings."""

    folder: Path

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a command: ours without any setting, and the test's."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ONBOARD_")}
        ours = {"ONBOARD_DATA_DIR": str(self.folder / "data"), "ONBOARD_POLICY": str(BASIC_FILE)}
        return {**clean, "PYTHONPATH": str(PROJECT), **ours, **more}

    def onboard(self, *arguments: str, given: str = "", **environment: str) -> Done:
        """Run one command: here, which is quick, or in a process where it changes how we log."""
        if arguments[:1] in (("serve",), ("eval",)):
            return self.process(*arguments, given=given, **environment)
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, self.environment(**environment), clear=True),
            mock.patch.object(sys, "argv", ["onboard", *arguments]),
            mock.patch.object(sys, "stdin", io.StringIO(given)),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            try:
                cli.main()
            except SystemExit as end:
                return Done(int(end.code or 0), out.getvalue(), err.getvalue())
        raise AssertionError("a command ends with a status")

    def process(self, *arguments: str, given: str = "", **environment: str) -> Done:
        """Run one command in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "cli", *arguments],
            cwd=self.folder,
            env=self.environment(**environment),
            input=given,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def does(self, *arguments: str, given: str = "", **environment: str) -> Done:
        """Run one command that has to succeed."""
        done = self.onboard(*arguments, given=given, **environment)
        assert done.status == 0, (arguments, done.out, done.err)
        return done
