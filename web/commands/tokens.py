"""``onboard tokens``: bearer tokens for the REST API."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated
from uuid import UUID

import typer

from cases.errors import Invalid
from desk.people import TokenInfo
from web.commands.printing import Row, print_listing
from web.commands.session import Json, run

app = typer.Typer(help="Bearer tokens: each acts for its owner.", no_args_is_help=True, add_completion=False)

UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
LONGEST = timedelta(days=3650)

_SPAN = re.compile(r"([1-9]\d{0,6})([mhdw])")


@app.command("create")
def create(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="The owner.")],
    expires: Annotated[
        str, typer.Option(help="How long it works: 90m, 12h, 30d, 8w, or `never`.", metavar="SPAN")
    ] = "30d",
) -> None:
    """Make a token; it is printed once, as the last line."""
    expires_at = _expiry(expires)
    token_id, secret = run(lambda onboard: onboard.people.create_token(email, expires_at))
    until = f"until {expires_at:%Y-%m-%d %H:%M} UTC" if expires_at else "until it is revoked"
    print(f"Token {token_id} works {until}. It is shown this once:")
    print(secret)


@app.command("list")
def list_tokens(as_json: Json = False) -> None:
    """List the tokens, without their secrets."""
    rows = [_row(token) for token in run(lambda onboard: onboard.people.tokens())]
    print_listing(rows, as_json=as_json, nothing="No tokens yet: onboard tokens create EMAIL")


@app.command("revoke")
def revoke(token: Annotated[str, typer.Argument(metavar="ID", help="The token's id.")]) -> None:
    """End a token."""
    try:
        token_id = UUID(token)
    except ValueError:
        raise Invalid("That is not the id of a token; `onboard tokens list` shows them.") from None
    run(lambda onboard: onboard.people.revoke_token(token_id))
    print(f"Token {token_id} is revoked.")


def _expiry(span: str) -> datetime | None:
    if span == "never":
        return None
    found = _SPAN.fullmatch(span.strip())
    if found is None or int(found[1]) * UNITS[found[2]] > LONGEST:
        raise Invalid(f"--expires: {span[:30]!r} is not a span such as 12h, 30d or 8w.")
    return datetime.now(UTC) + int(found[1]) * UNITS[found[2]]


def _row(token: TokenInfo) -> Row:
    return {
        "id": str(token.id),
        "email": token.email,
        "created_at": token.created_at.isoformat(timespec="seconds"),
        "expires_at": token.expires_at and token.expires_at.isoformat(timespec="seconds"),
        "revoked_at": token.revoked_at and token.revoked_at.isoformat(timespec="seconds"),
    }
