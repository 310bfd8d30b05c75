"""What gets into the log: nothing personal, whoever logs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.web.shell import PROJECT
from web.failures import describe

SCRIPT = """
import logging, structlog, autogen_core, autogen_agentchat
from web.logs import configure_logs
configure_logs()
for name in ("autogen_core", "autogen_core.events", "autogen_core.trace", "autogen_agentchat",
             "autogen_agentchat.events", "autogen_agentchat.trace"):
    for level in (logging.INFO, logging.ERROR):
        logging.getLogger(name).log(level, "the whole request: PRIVATE")
for name in ("httpx", "openai", "sqlalchemy.engine", "chainlit", "dbos", "uvicorn.access", "engineio"):
    logging.getLogger(name).info("GET /?q=PRIVATE")
logging.getLogger("some.library").warning("could not write to %s", "ana@shop.example")
structlog.get_logger("ours").info("kept", to="ana@shop.example", account="DE89 3704 0044 0532 0130 00",
    case="8f3c2a4e-5b1d-4c7a-9e60-2d1f0b7c9a55")
for log in (logging.getLogger("other").exception, structlog.get_logger("ours").exception):
    try:
        raise ValueError("the merchant wrote PRIVATE")
    except ValueError:
        log("failed")
"""


def test_no_log_line_holds_what_somebody_wrote() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "PRIVATE" not in done.stderr
    assert "ana@" not in done.stderr
    assert "3704" not in done.stderr
    assert "8f3c2a4e-5b1d-4c7a-9e60-2d1f0b7c9a55" in done.stderr
    assert done.stderr.count("ValueError at <string>") == 2


def test_an_exception_is_told_by_kind_and_place() -> None:
    def fail() -> None:
        try:
            {}["the merchant wrote this"]
        except KeyError as error:
            raise RuntimeError("and this") from error

    with pytest.raises(RuntimeError) as caught:
        fail()
    told = describe(caught.value)
    assert "RuntimeError at test_logs.py" in told
    assert "from KeyError" in told
    assert "wrote" not in told
