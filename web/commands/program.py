"""The program around the commands: loads the one that is called, and turns errors into one line."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from cases.errors import OnboardError
from web.failures import describe

USAGE = 2
"""Exit status of wrong use and bad input; 1 is for a check that does not hold (contract)."""

ABOUT = """Merchant onboarding as a conversation: agents read and check, a person decides.

Works beside a running server. Exit status: 0 done, 1 the check that was asked for does not hold,
2 wrong use or bad input. Settings come from the environment and .env; `onboard settings` shows them."""


def run(commands: Mapping[str, str]) -> NoReturn:
    """Run the command line and exit; ``commands``: what each is for, by name."""
    program = typer.Typer(
        cls=_group(commands),
        help=ABOUT,
        add_completion=False,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    program.callback()(_nothing)
    try:
        status = program(standalone_mode=False, prog_name="onboard")
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; a second try at exit would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except typer.Abort:
        status = 130
    except Exception as error:  # noqa: BLE001 (people get a line, never a traceback)
        if line := _sentence(error):
            print(f"onboard: {' '.join(line.split())}", file=sys.stderr)
        status = USAGE
    sys.exit(status or 0)


def _sentence(error: Exception) -> str:
    """What is wrong; empty where the help was shown instead."""
    match error:
        case TyperException():
            describe_use = getattr(error, "format_message", None)
            said = str(describe_use() if describe_use else error)
            return f"{said} (--help says more)" if said else ""
        case OnboardError():
            return str(error)
        case OSError():
            return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror)
        case _:
            return f"something unexpected happened: {describe(error)}"


def _nothing() -> None:
    """The group does nothing by itself."""


def _group(commands: Mapping[str, str]) -> type[TyperGroup]:
    """A group that knows its commands by name and loads only the one that is called."""

    class Commands(TyperGroup):
        def list_commands(self, ctx: Any) -> list[str]:
            del ctx
            return list(commands)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            del ctx
            if cmd_name not in commands:
                return None
            return _Summary(name=cmd_name, help=commands[cmd_name])

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            name, command, rest = super().resolve_command(ctx, args)
            if name in commands:
                command = get_command(
                    importlib.import_module(f"web.commands.{str(name).replace('-', '_')}").app
                )
                command.name = name
            return name, command, rest

    return Commands


class _Summary(TyperGroup):
    """Stands for a command in the list of all."""
