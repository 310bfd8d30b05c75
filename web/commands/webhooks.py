"""``onboard webhooks``: who is told of public states outside, and what was delivered."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import typer

from cases.errors import Invalid
from desk.webhooks import Told, Webhooks
from web.commands.printing import Row, print_listing
from web.commands.session import Json, run

ABOUT = """Partners that are told of every change of a public state.

Each gets a POST with {"id", "type": "case.state", "request_id", "public_state", "version", "at"},
signed as Standard Webhooks 1.0 says: the headers webhook-id, webhook-timestamp and webhook-signature
(v1, HMAC-SHA256 of id.timestamp.body under the webhook's secret). A status of 2xx acknowledges it.
Anything else, or no answer in 10 seconds, is tried again over two days, then given up. The id stays the
same, so that a repetition can be told; what was acknowledged is never sent again under it."""

app = typer.Typer(help=ABOUT, no_args_is_help=True, add_completion=False)

WebhookId = Annotated[str, typer.Argument(metavar="ID", help="The webhook's id.")]


@app.command("add")
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="Where to send it: https://host/path.")],
) -> None:
    """Register a receiver; its secret is printed once, as the last line.

    Nothing is ever sent to an inside address, wherever the name leads at that moment.
    """
    webhook_id, secret = run(
        lambda onboard: Webhooks(onboard.desk).add(url, loopback=onboard.settings.webhooks_loopback)
    )
    print(f"Webhook {webhook_id} is told from now on. Its secret is shown this once:")
    print(secret)


@app.command("list")
def list_webhooks(as_json: Json = False) -> None:
    """List the receivers, without their secrets."""
    rows: list[Row] = [
        {"id": str(known.id), "url": known.url, "created_at": _time(known.created_at)}
        for known in run(lambda onboard: Webhooks(onboard.desk).list())
    ]
    print_listing(rows, as_json=as_json, nothing="No webhooks yet: onboard webhooks add URL")


@app.command("remove")
def remove(webhook: WebhookId) -> None:
    """End a receiver; what still waits for it is given up."""
    webhook_id = _id(webhook, "webhook")
    run(lambda onboard: Webhooks(onboard.desk).remove(webhook_id))
    print(f"Webhook {webhook_id} is told nothing more.")


@app.command("deliveries")
def deliveries(as_json: Json = False) -> None:
    """List the newest deliveries of webhooks and alerts: what, to whom, and how the last attempt ended."""
    rows = [_row(told) for told in run(lambda onboard: Webhooks(onboard.desk).deliveries())]
    print_listing(rows, as_json=as_json, nothing="Nothing was to be told yet.")


@app.command("replay")
def replay(
    delivery: Annotated[
        str | None, typer.Argument(metavar="DELIVERY", help="The id of one delivery.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="Everything since 2026-03-01T09:30 (UTC)."),
    ] = None,
    webhook: Annotated[
        str | None,
        typer.Option("--webhook", metavar="ID", help="With --since: who is told again."),
    ] = None,
) -> None:
    """Send again what was acknowledged (under a new id) or given up (under its own).

    What is still being tried is left alone.
    """
    if (delivery is None) == (since is None) or (since is None) != (webhook is None):
        raise Invalid("Name one DELIVERY, or --since TIME with --webhook ID.")
    if delivery is not None:
        delivery_id = _id(delivery, "delivery")
        number = run(lambda onboard: Webhooks(onboard.desk).replay(delivery_id))
    else:
        moment, webhook_id = _moment(since or ""), _id(webhook or "", "webhook")
        number = run(lambda onboard: Webhooks(onboard.desk).replay_since(moment, webhook_id))
    print(f"Sent again: {number}. `onboard webhooks deliveries` shows how it goes.")


def _row(told: Told) -> Row:
    delivery = told.delivery
    return {
        "id": str(delivery.id),
        "channel": delivery.channel,
        "target": delivery.target,
        "request_id": str(delivery.case_id),
        "kind": delivery.kind,
        "public_state": delivery.public_state,
        "at": _time(delivery.at),
        "status": told.status,
        "attempts": delivery.attempt,
        "outcome": told.outcome,
        "next_attempt_at": _time(delivery.due_at) if told.status == "waiting" else None,
    }


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _id(text: str, what: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Invalid(f"{text[:60]!r} is not the id of a {what}.") from None


def _moment(text: str) -> datetime:
    """The time that was typed, in UTC where it names no zone; raises Invalid."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(f"--since: {text[:40]!r} is not a time such as 2026-03-01T09:30.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
