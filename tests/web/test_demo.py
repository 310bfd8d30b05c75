"""The demo accounts: made once, with passwords that last as long as their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.errors import Unauthenticated
from storage.errors import SettingsError
from storage.settings import load_settings
from web.composition import build, opened
from web.demo import FILE, ensure_demo_accounts


async def test_they_are_made_once_and_sign_in_with_what_the_file_says(tmp_path: Path) -> None:
    onboard = build(load_settings(None, data_dir=tmp_path / "data"))
    async with opened(onboard):
        made = await ensure_demo_accounts(onboard.people, tmp_path / "data")
        assert await ensure_demo_accounts(onboard.people, tmp_path / "data") == made
        assert len({account.password for account in made}) == 4
        for account in made:
            person = await onboard.people.sign_in(account.email, account.password)
            assert person.roles == {account.role}
            assert person.name == account.name


async def test_without_the_file_they_get_new_passwords(tmp_path: Path) -> None:
    onboard = build(load_settings(None, data_dir=tmp_path / "data"))
    async with opened(onboard):
        before = (await ensure_demo_accounts(onboard.people, tmp_path / "data"))[0]
        (tmp_path / "data" / FILE).unlink()
        after = (await ensure_demo_accounts(onboard.people, tmp_path / "data"))[0]
        await onboard.people.sign_in(after.email, after.password)
        with pytest.raises(Unauthenticated):
            await onboard.people.sign_in(before.email, before.password)


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00"])
async def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    onboard = build(load_settings(None, data_dir=tmp_path / "data"))
    async with opened(onboard):
        (tmp_path / "data" / FILE).write_text(text)
        with pytest.raises(SettingsError, match=FILE):
            await ensure_demo_accounts(onboard.people, tmp_path / "data")
