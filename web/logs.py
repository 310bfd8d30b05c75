"""Logging to stderr: one line an event, and nothing personal in any of them."""

from __future__ import annotations

import logging
import re
import sys
from typing import cast

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from web.failures import describe

QUIET = (
    "httpx",
    "httpcore",
    "openai",
    "anthropic",
    "aiosqlite",
    "alembic",
    "asyncio",
    "chainlit",
    "dbos",
    "engineio",
    "multipart",
    "python_multipart",
    "socketio",
    "sqlalchemy",
    "sse_starlette",
    "uvicorn",
)
"""Libraries that log what they handle at INFO or DEBUG: addresses, statements, whole requests."""

SILENT = ("autogen_core", "autogen_agentchat", "apprise")
"""AutoGen logs whole model requests at INFO, and messages inside its errors; Apprise, addresses with keys."""

_EMAIL = re.compile(r"[^\s@\"'<>]+@[^\s@\"'<>]+")
_LONG_NUMBER = re.compile(r"(?<![0-9A-Fa-f-])\d(?:[ -]?\d){8,}(?![0-9A-Fa-f-])")


def configure_logs() -> None:
    """Send every log to stderr, ours from INFO, others' from WARNING, without personal data."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        describe_exception,
        hide_personal,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "logger", "event"]),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    quieten()


def quieten() -> None:
    """Keep the libraries from logging what they handle; again after one has set its own handlers."""
    for name in QUIET:
        logger = logging.getLogger(name)
        logger.setLevel(logging.WARNING)
        logger.handlers.clear()
        logger.propagate = True
    for name in SILENT:
        silent = [name, *(n for n in logging.root.manager.loggerDict if n.startswith(f"{name}."))]
        for each in (*silent, f"{name}.events", f"{name}.trace"):
            logging.getLogger(each).disabled = True


def describe_exception(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Put kinds and places in the stead of an exception: its message may quote what somebody wrote."""
    del logger, method
    given: object = event.pop("exc_info", None)
    if isinstance(given, tuple):
        given = cast("tuple[object, ...]", given)[1]
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, BaseException):
        event["exception"] = describe(error)
    return event


def hide_personal(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Take e-mail addresses and long numbers out of every text of an entry, whoever wrote it."""
    del logger, method
    for key, value in event.items():
        if not key.startswith("_") and key != "timestamp":
            event[key] = _hidden(cast("object", value))
    return event


def _hidden(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return _LONG_NUMBER.sub("[number]", _EMAIL.sub("[address]", str(value)))
