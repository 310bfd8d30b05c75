"""The keys: private files made once, whoever starts first, and found again after a rotation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from cases.errors import Unavailable
from storage.errors import KeyMissing, SettingsError
from storage.secrets import open_keyring
from storage.settings import Settings, load_settings

PROJECT = Path(__file__).resolve().parents[2]
NAMES = {"encryption_keys", "auth_secret", "head_key", "lookup_key", "seal_key"}


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_files_are_made_on_first_start_for_their_owner_only(settings: Settings):
    open_keyring(settings)
    assert {file.name for file in settings.keys_dir.iterdir()} == NAMES
    assert mode(settings.keys_dir) == 0o700
    assert {mode(file) for file in settings.keys_dir.iterdir()} == {0o600}


def test_a_second_start_uses_the_same_keys(settings: Settings):
    first, second = open_keyring(settings), open_keyring(settings)
    assert second.unwrap(first.wrap(b"data key")) == b"data key"
    assert second.decrypt(first.encrypt("ann@shop.example")) == "ann@shop.example"
    assert second.auth_secret == first.auth_secret
    assert second.sign_head(b"head") == first.sign_head(b"head")
    assert second.is_sealed(b"line", first.sign_seal(b"line"))


def test_several_processes_that_start_together_agree_on_every_key(settings: Settings):
    program = (
        "import sys; from storage.secrets import open_keyring; from storage.settings import load_settings\n"
        f"settings = load_settings(None, data_dir={str(settings.data_dir)!r})\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "ring = open_keyring(settings)\n"
        "print(ring.auth_secret, ring.sign_head(b''), ring.lookup('x'), ring.sign_seal(b''),"
        " ring.wrap(b'key').decode())"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(5)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=30)[0].split() for process in running]
    assert len({tuple(answer[:4]) for answer in answers}) == 1
    ring = open_keyring(settings)
    assert {ring.unwrap(answer[4].encode()) for answer in answers} == {b"key"}
    assert {file.name for file in settings.keys_dir.iterdir()} == NAMES


def test_keys_of_the_settings_come_before_files(settings: Settings):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    given = load_settings(
        None, data_dir=settings.data_dir, encryption_keys=f"{new}, {old}", auth_secret="the environment's"
    )
    ring = open_keyring(given)
    assert ring.auth_secret == "the environment's"
    assert ring.unwrap(Fernet(old).encrypt(b"key")) == b"key"
    assert Fernet(new).decrypt(ring.wrap(b"key")) == b"key"
    assert {file.name for file in settings.keys_dir.iterdir()} == NAMES - {"encryption_keys", "auth_secret"}


def test_what_another_process_wrapped_with_a_new_key_can_be_unwrapped(settings: Settings):
    server, command_line = open_keyring(settings), open_keyring(settings)
    old = server.wrap(b"old")
    command_line.ring.add()
    assert server.unwrap(command_line.wrap(b"new")) == b"new"
    assert command_line.unwrap(old) == b"old"


def test_a_running_process_wraps_with_the_new_key_at_once(settings: Settings):
    server, command_line = open_keyring(settings), open_keyring(settings)
    server.wrap(b"before")
    command_line.ring.add()
    newest = (settings.keys_dir / "encryption_keys").read_text().split()[0]
    assert Fernet(newest).decrypt(server.wrap(b"after")) == b"after"


def test_what_fits_no_key_is_said_plainly(settings: Settings):
    with pytest.raises(KeyMissing):
        open_keyring(settings).unwrap(Fernet(Fernet.generate_key()).encrypt(b"key"))


def test_a_lookup_does_not_mind_capitals_and_needs_the_key(settings: Settings, tmp_path: Path):
    ring = open_keyring(settings)
    assert ring.lookup(" Ann@Shop.Example") == ring.lookup("ann@shop.example")
    other = open_keyring(load_settings(None, data_dir=tmp_path / "other"))
    assert other.lookup("ann@shop.example") != ring.lookup("ann@shop.example")


@pytest.mark.parametrize("text", ["", "Zażółć \N{ROCKET}", "half \ud83d", "\x00", "x" * 50_000])
def test_any_text_is_encrypted_and_looked_up(settings: Settings, text: str):
    ring = open_keyring(settings)
    assert ring.decrypt(ring.encrypt(text)) == text
    assert len(ring.lookup(text)) == 64


@pytest.mark.parametrize("name", sorted(NAMES - {"auth_secret"}))
@pytest.mark.parametrize("content", ["", "nonsense", "\N{SNOWMAN}"])
def test_a_broken_key_file_is_named_and_never_replaced(settings: Settings, name: str, content: str):
    open_keyring(settings)
    file = settings.keys_dir / name
    file.write_text(content)
    with pytest.raises(SettingsError, match=name):
        open_keyring(settings)
    assert file.read_text() == content


def test_a_data_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unavailable, match="keys"):
        open_keyring(load_settings(None, data_dir=tmp_path / "file" / "data"))
