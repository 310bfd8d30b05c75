"""How the settings show themselves: effective values, secrets masked, and where each came from."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from pydantic import SecretStr

from storage.dotenv import names_set
from storage.settings import Settings, variable_name

MASK = "********"
GENERATED = ("encryption_keys", "auth_secret")
"""Made on first start in the keys folder, under the field's own name."""


class Shown(NamedTuple):
    """One line of ``onboard settings``."""

    name: str
    value: str
    source: str


def describe(settings: Settings, env_file: Path | None = Path(".env")) -> list[Shown]:
    """Every setting by its variable's name; ``source`` is environment, .env, default, …"""
    in_file = names_set(env_file) if env_file is not None else set[str]()
    return [
        Shown(variable_name(field), _show(settings, field), _find_source(settings, field, in_file))
        for field in type(settings).model_fields
    ]


def _find_source(settings: Settings, field: str, in_file: set[str]) -> str:
    name = variable_name(field)
    if field in settings.model_fields_set:
        if any(key.upper() == name and value for key, value in os.environ.items()):
            return "environment"
        return ".env" if name in in_file else "given"
    if field in GENERATED:
        return f"generated file {settings.keys_dir / field}"
    return "default"


def _show(settings: Settings, field: str) -> str:
    value: object = getattr(settings, field)
    if isinstance(value, SecretStr) or field in GENERATED:
        return MASK
    if value is None or value == ():
        return "not set"
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, tuple):
        return ", ".join(_hide_password(str(part)) for part in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return _hide_password(str(value))


def _hide_password(text: str) -> str:
    return re.sub(r"://[^/\s]*@", f"://{MASK}@", text)
