"""The settings: every name of the contract, read in this one place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from cryptography.fernet import Fernet
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from storage.dotenv import check_dotenv
from storage.errors import SettingsError

PREFIX = "ONBOARD_"
SHIPPED = Path(__file__).resolve().parent.parent
"""The folder that holds what is shipped: prompts, policies, the models' configuration."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _check_web_address(value: str) -> str:
    scheme, _, rest = value.partition("://")
    if scheme not in {"http", "https"} or not rest.strip("/") or any(c.isspace() for c in value):
        raise ValueError("must start with http:// or https:// and name a host")
    return value.rstrip("/")


def _check_smtp(value: SecretStr) -> SecretStr:
    scheme, _, rest = value.get_secret_value().partition("://")
    if scheme not in {"smtp", "smtps"} or not rest:
        raise ValueError("must read smtp://user:password@host:port or smtps://…")
    return value


def _check_database(value: str) -> str:
    try:
        url = make_url(value)
    except ArgumentError as error:
        raise ValueError("is not a database URL") from error
    if url.drivername.startswith("postgres"):
        raise ValueError("names PostgreSQL, which a later version brings; use sqlite+aiosqlite:///…")
    if url.drivername != "sqlite+aiosqlite":
        raise ValueError("must start with sqlite+aiosqlite:///")
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise ValueError("must name a file: sqlite+aiosqlite:///path/to/onboard.db")
    return value


def _check_keys(value: SecretStr) -> SecretStr:
    for key in split_keys(value.get_secret_value()):
        try:
            Fernet(key)
        except ValueError as error:
            raise ValueError("must hold Fernet keys, comma-separated") from error
    if not split_keys(value.get_secret_value()):
        raise ValueError("holds no key")
    return value


def split_keys(text: str) -> list[str]:
    """The keys of a comma- or line-separated list, in order."""
    return [key.strip() for key in text.replace("\n", ",").split(",") if key.strip()]


WebAddress = Annotated[Text, AfterValidator(_check_web_address)]
Several = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


def _default_database(data: dict[str, object]) -> str:
    return f"sqlite+aiosqlite:///{data['data_dir']}/onboard.db"


def _default_public_url(data: dict[str, object]) -> str:
    host = str(data["host"])
    if host in {"0.0.0.0", "::", "*"}:  # noqa: S104 (compared, not bound)
        host = "localhost"
    return f"http://[{host}]:{data['port']}" if ":" in host else f"http://{host}:{data['port']}"


class Settings(BaseSettings):
    """What the contract's table names, with its defaults; secrets never show in a log or a repr.

    Build it with ``load_settings``, which also turns a broken value into one clear line.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    environment: Literal["development", "test", "production"] = "development"
    data_dir: Path = Path("data")
    database_url: Annotated[Text, AfterValidator(_check_database)] = Field(default_factory=_default_database)
    host: Text = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000
    public_url: WebAddress = Field(default_factory=_default_public_url)
    models_file: Path = Field(
        default=SHIPPED / "agents" / "models.yaml", validation_alias="ONBOARD_MODEL_CONFIG"
    )
    prompts_dir: Path = SHIPPED / "agents" / "prompts"
    policy: Path = SHIPPED / "policies" / "onboarding.yaml"
    encryption_keys: Annotated[SecretStr, AfterValidator(_check_keys)] | None = None
    auth_secret: SecretStr | None = None
    services_url: WebAddress | None = None
    services_token: SecretStr | None = None
    verification_url: WebAddress | None = None
    verification_token: SecretStr | None = None
    smtp_url: Annotated[SecretStr, AfterValidator(_check_smtp)] | None = None
    approvers: Several = ()
    alert_urls: SecretStr | None = None
    webhooks_loopback: bool = False
    screening_lists: Several = ()
    metrics_open: bool = False
    demo: bool = False

    @property
    def keys_dir(self) -> Path:
        """Where generated secrets are kept, mode 0700."""
        return self.data_dir / "keys"

    @property
    def database_file(self) -> Path:
        """The file that the database URL names."""
        return Path(make_url(self.database_url).database or "")

    @property
    def alert_targets(self) -> tuple[str, ...]:
        """The single addresses of ``alert_urls``."""
        return tuple(split_keys(self.alert_urls.get_secret_value())) if self.alert_urls else ()

    @model_validator(mode="after")
    def _refuse_unsafe_production(self) -> Self:
        if self.environment != "production":
            return self
        wrong: list[str] = []
        if self.demo:
            wrong.append("ONBOARD_DEMO must be 0")
        if self.webhooks_loopback:
            wrong.append("ONBOARD_WEBHOOKS_LOOPBACK must be 0")
        if self.encryption_keys is None:
            wrong.append("ONBOARD_ENCRYPTION_KEYS must be set")
        if self.auth_secret is None or len(self.auth_secret.get_secret_value()) < 32:
            wrong.append("ONBOARD_AUTH_SECRET must be set, to 32 characters or more")
        if "public_url" not in self.model_fields_set:
            wrong.append("ONBOARD_PUBLIC_URL must be set")
        if wrong:
            raise ValueError("in production " + "; ".join(wrong))
        return self


def load_settings(env_file: Path | None = Path(".env"), **given: object) -> Settings:
    """The settings from ``given`` (by attribute name), then the environment, then ``env_file``.

    Raises ``SettingsError`` with one line that names the variable and never shows its value.
    """
    if env_file is not None:
        check_dotenv(env_file)
    try:
        return Settings(_env_file=env_file, **given)  # pyright: ignore[reportArgumentType, reportCallIssue]
    except ValidationError as error:
        raise SettingsError("; ".join(_describe_problems(error))) from None


def variable_name(field: str) -> str:
    """The environment variable that sets a field."""
    return "ONBOARD_MODEL_CONFIG" if field == "models_file" else PREFIX + field.upper()


def _describe_problems(error: ValidationError) -> list[str]:
    return [
        _describe_problem(problem)
        for problem in error.errors(include_url=False, include_input=False, include_context=False)
        # This one only says that a setting which a default follows from is itself wrong.
        if problem["type"] != "default_factory_not_called"
    ]


def _describe_problem(problem: ErrorDetails) -> str:
    message = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return "Settings: " + message
    location = str(problem["loc"][0])
    name = location if location.startswith(PREFIX) else variable_name(location)
    return f"{name}: {message}"
