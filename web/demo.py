"""The demo accounts: four invented people with random passwords, made once and kept in the data folder."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cases.access import Role
from cases.errors import Conflict
from desk.people import People
from storage.errors import SettingsError
from storage.keyfiles import replace_text

FILE = "demo_accounts.json"


@dataclass(frozen=True)
class DemoAccount:
    """Somebody to sign in as."""

    name: str
    email: str
    role: Role
    password: str


CAST = (
    ("Maya Lindqvist", "maya.lindqvist@example.com", Role.MERCHANT),
    ("Rosa Okonkwo", "rosa.okonkwo@example.com", Role.REVIEWER),
    ("Daniel Weber", "daniel.weber@example.com", Role.REVIEWER),
    ("Inês Carvalho", "ines.carvalho@example.com", Role.ANALYST),
)


async def ensure_demo_accounts(people: People, data_dir: Path) -> list[DemoAccount]:
    """The demo accounts, made where they are not there yet; raises SettingsError for a broken file."""
    file = data_dir / FILE
    known = _read(file)
    accounts = [
        DemoAccount(name, email, role, known.get(email) or secrets.token_urlsafe(9))
        for name, email, role in CAST
    ]
    for account in accounts:
        if account.email not in known:
            await _open(people, account)
    if any(account.email not in known for account in accounts):
        kept = {account.email: account.password for account in accounts}
        replace_text(file, json.dumps(kept, indent=1) + "\n")
    return accounts


async def _open(people: People, account: DemoAccount) -> None:
    try:
        await people.add(account.email, [account.role], account.password, account.name)
    except Conflict:
        # The account outlived the file with its password.
        await people.set_password(account.email, account.password)


def _read(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    try:
        found: object = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file}: cannot be read; delete it to get new passwords") from error
    if not isinstance(found, dict):
        raise SettingsError(f"{file}: cannot be read; delete it to get new passwords")
    return {str(email): str(password) for email, password in cast("dict[object, object]", found).items()}
