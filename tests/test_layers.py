"""Imports go one way only (design, Layout); app.py and cli.py, which are no packages, are read here."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
ENTRIES = {"app.py": {"web"}, "cli.py": {"web"}}
ROOMS = {"agents", "cases", "desk", "notices", "storage", "teams", "tools", "web"}


def test_the_rooms_import_only_from_the_rooms_below_them() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as l; l()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_entries_stay_thin_and_import_from_the_doors_alone(entry: str) -> None:
    text = (PROJECT / entry).read_text()
    assert len(text.splitlines()) < 60
    assert imported(text) & ROOMS <= ENTRIES[entry]


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_no_room_imports_an_entry(room: str) -> None:
    for file in (PROJECT / room).rglob("*.py"):
        assert not imported(file.read_text()) & {"app", "cli", "tests"}, file


def test_nothing_is_imported_inside_a_function() -> None:
    for room in sorted(ROOMS):
        for file in (PROJECT / room).rglob("*.py"):
            tree = ast.parse(file.read_text())
            inner = {
                node
                for function in ast.walk(tree)
                if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
                for node in ast.walk(function)
                if isinstance(node, ast.Import | ast.ImportFrom)
            }
            assert not inner, f"{file.relative_to(PROJECT)}: an import hides in a function"


def imported(text: str) -> set[str]:
    """The first parts of what a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
