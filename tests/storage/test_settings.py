"""The settings: the contract's names, clear words for a broken value, and nothing secret shown."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from storage.describing import MASK, describe
from storage.errors import SettingsError
from storage.settings import Settings, load_settings

KEY = base64.urlsafe_b64encode(bytes(32)).decode()
"""The same in every process: the names of tests are made of it."""
SAFE = {
    "ONBOARD_ENVIRONMENT": "production",
    "ONBOARD_ENCRYPTION_KEYS": KEY,
    "ONBOARD_AUTH_SECRET": "s" * 40,
    "ONBOARD_PUBLIC_URL": "https://onboard.example",
}
CONTRACT = [
    *("ENVIRONMENT", "DATA_DIR", "DATABASE_URL", "HOST", "PORT", "PUBLIC_URL", "MODEL_CONFIG", "PROMPTS_DIR"),
    *("POLICY", "ENCRYPTION_KEYS", "AUTH_SECRET", "SERVICES_URL", "SERVICES_TOKEN"),
    *("VERIFICATION_URL", "VERIFICATION_TOKEN", "SMTP_URL", "APPROVERS"),
    *("ALERT_URLS", "WEBHOOKS_LOOPBACK", "SCREENING_LISTS", "METRICS_OPEN", "DEMO"),
]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in CONTRACT:
        monkeypatch.delenv(f"ONBOARD_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_every_name_of_the_contract_is_there_with_its_default():
    settings = load_settings()
    assert [shown.name for shown in describe(settings)] == [f"ONBOARD_{name}" for name in CONTRACT]
    assert settings.database_url == "sqlite+aiosqlite:///data/onboard.db"
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.policy.is_absolute()
    assert not settings.demo


def test_the_defaults_follow_from_what_is_set(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONBOARD_DATA_DIR", "/srv/onboard")
    monkeypatch.setenv("ONBOARD_HOST", "::1")
    monkeypatch.setenv("ONBOARD_PORT", "9001")
    settings = load_settings()
    assert settings.database_file == Path("/srv/onboard/onboard.db")
    assert settings.public_url == "http://[::1]:9001"
    assert load_settings(host="0.0.0.0").public_url == "http://localhost:9001"


def test_lists_are_comma_separated(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONBOARD_APPROVERS", "ann@x.example, bob@x.example,")
    assert load_settings().approvers == ("ann@x.example", "bob@x.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENVIRONMENT", "staging"),
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("DEMO", "perhaps"),
        ("PUBLIC_URL", "onboard.example"),
        ("SERVICES_URL", "ftp://x"),
        ("VERIFICATION_URL", "ftp://x"),
        ("SMTP_URL", "mail.example:25"),
        ("ENCRYPTION_KEYS", "not-a-fernet-key-but-secret"),
        ("ENCRYPTION_KEYS", f"{KEY},short"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "sqlite:///x.db"),
        ("DATABASE_URL", "sqlite+aiosqlite://"),
        ("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
        ("DATABASE_URL", "mysql://u:hunter2@h/d"),
    ],
)
def test_a_broken_value_is_one_line_that_names_the_variable_and_hides_the_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    monkeypatch.setenv(f"ONBOARD_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    message = str(caught.value)
    assert message.startswith(f"ONBOARD_{name}: ")
    assert "\n" not in message
    assert not any(secret in message for secret in ("hunter2", "not-a-fernet", KEY))


def test_postgresql_is_refused_in_plain_words_and_without_its_password():
    with pytest.raises(SettingsError, match=r"ONBOARD_DATABASE_URL: .*PostgreSQL") as caught:
        load_settings(database_url="postgresql+asyncpg://u:hunter2@h/d")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"ONBOARD_PORT=9000\nthis is = 'not closed\n", "line 2"), (b"\xff\xfe\x00binary", "text file")],
)
def test_a_broken_env_file_is_one_clear_line(content: bytes, word: str):
    Path(".env").write_bytes(content)
    with pytest.raises(SettingsError, match=word) as caught:
        load_settings()
    assert str(caught.value).startswith(".env")
    assert "not closed" not in str(caught.value)


def test_an_env_file_that_is_a_folder_is_one_clear_line():
    Path(".env").mkdir()
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()


def test_each_value_says_where_it_came_from_and_no_secret_shows(monkeypatch: pytest.MonkeyPatch):
    Path(".env").write_text("ONBOARD_PORT=9000\nONBOARD_SERVICES_TOKEN=tok-123\nONBOARD_HOST=1.2.3.4\n")
    monkeypatch.setenv("ONBOARD_HOST", "127.0.0.2")
    monkeypatch.setenv("ONBOARD_SMTP_URL", "smtp://me:hunter2@mail.example:25")
    monkeypatch.setenv("ONBOARD_SERVICES_URL", "https://me:hunter2@services.example")
    settings = load_settings(demo=True)
    shown = {line.name.removeprefix("ONBOARD_"): line for line in describe(settings)}
    assert shown["PORT"][1:] == ("9000", ".env")
    assert shown["HOST"][1:] == ("127.0.0.2", "environment")
    assert shown["DEMO"][1:] == ("1", "given")
    assert shown["POLICY"].source == "default"
    assert shown["SERVICES_TOKEN"][1:] == (MASK, ".env")
    assert shown["ENCRYPTION_KEYS"][1:] == (MASK, "generated file data/keys/encryption_keys")
    assert shown["SERVICES_URL"].value == f"https://{MASK}@services.example"
    everything = f"{shown} {settings!r} {settings.model_dump()}"
    assert "tok-123" not in everything
    assert "hunter2@mail" not in everything


def test_an_empty_value_counts_as_unset(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONBOARD_SMTP_URL", "")
    assert load_settings().smtp_url is None


def test_production_starts_when_everything_is_set(monkeypatch: pytest.MonkeyPatch):
    for name, value in SAFE.items():
        monkeypatch.setenv(name, value)
    assert load_settings().environment == "production"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ONBOARD_DEMO", "1"),
        ("ONBOARD_ENCRYPTION_KEYS", ""),
        ("ONBOARD_AUTH_SECRET", ""),
        ("ONBOARD_AUTH_SECRET", "short"),
        ("ONBOARD_PUBLIC_URL", ""),
    ],
)
def test_production_refuses_demo_accounts_generated_secrets_and_an_unset_public_url(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    for each, safe in SAFE.items():
        monkeypatch.setenv(each, safe)
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"production.*{name}"):
        load_settings()


def test_settings_cannot_be_changed_afterwards():
    settings: Settings = load_settings()
    with pytest.raises(ValueError):
        settings.port = 1  # pyright: ignore[reportAttributeAccessIssue]
