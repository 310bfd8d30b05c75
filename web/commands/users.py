"""``onboard users``: accounts."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Annotated

import typer

from cases.access import Role
from cases.assignment import Absence, today
from cases.errors import Invalid
from cases.notifications import Occasion, Way
from desk.notifying import Choices
from desk.own_address import shown
from desk.people import Account
from desk.second_factor import SecondFactor
from web.commands.printing import Row, print_listing
from web.commands.session import Json, run
from web.commands.team import away_in_words
from web.composition import Onboard
from web.telling import notifications

app = typer.Typer(help="Accounts: who may sign in, and as what.", no_args_is_help=True, add_completion=False)

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The account's e-mail address.")]
Roles = Annotated[
    list[Role], typer.Option("--role", help="A role; give the option again for more.", show_default=False)
]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from the first line of standard input.")
]


@app.command("add")
def add(
    email: Email,
    role: Roles,
    password_stdin: FromStdin = False,
    name: Annotated[str | None, typer.Option(help="How others read them.")] = None,
) -> None:
    """Add an account. One that exists is left as it is, exit status 2."""
    password = _password(password_stdin)
    person = run(lambda onboard: onboard.people.add(email, role, password, name))
    print(f"{person.email} added ({', '.join(sorted(person.roles))}).")
    if password is None:
        print(f"It has no password yet: onboard users passwd {person.email}")


@app.command("list")
def list_accounts(as_json: Json = False) -> None:
    """List the accounts."""
    rows = [_row(account) for account in run(lambda onboard: onboard.people.list())]
    print_listing(rows, as_json=as_json, nothing="No accounts yet: onboard users add EMAIL --role ROLE")


@app.command("passwd")
def set_password(email: Email, password_stdin: FromStdin = False) -> None:
    """Give an account another password, which ends its sessions."""
    password = _password(password_stdin)
    if password is None:
        raise Invalid("There is no terminal to ask at: use --password-stdin.")
    run(lambda onboard: onboard.people.set_password(email, password))
    print("The password is set.")


@app.command("role")
def set_roles(email: Email, role: Roles) -> None:
    """Give an account these roles and no others."""
    run(lambda onboard: onboard.people.set_roles(email, role))
    print(f"{email} is now: {', '.join(sorted(role))}.")


@app.command("disable")
def disable(email: Email) -> None:
    """Shut an account: no sign-in, token or session of it works any more."""
    run(lambda onboard: onboard.people.disable(email))
    print(f"{email} is disabled.")


@app.command("enable")
def enable(email: Email) -> None:
    """Open an account again."""
    run(lambda onboard: onboard.people.enable(email))
    print(f"{email} is enabled.")


@app.command("notifications")
def choose_notifications(
    email: Email,
    told: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="OCCASION=WAY", help="mail, apprise or nothing; may be repeated."),
    ] = None,
    address_stdin: Annotated[
        bool, typer.Option("--address-stdin", help="Read an address of their own (Apprise) from stdin.")
    ] = False,
    forget_address: Annotated[bool, typer.Option("--forget-address", help="Forget their address.")] = False,
    as_json: Json = False,
) -> None:
    """Show what somebody on staff is told and how, after changing what is named."""
    ways = dict(map(_way, told or ()))
    address = sys.stdin.readline().strip() if address_stdin else "" if forget_address else None

    async def choose(onboard: Onboard) -> Choices:
        person = await onboard.people.by_email(email)
        choosing = notifications(onboard.desk, onboard.people, onboard.settings)
        if ways or address is not None:
            return await choosing.choose(person, ways, address)
        return await choosing.choices(person)

    chosen = run(choose)
    rows: list[Row] = [{"told_of": each.value, "how": way.value} for each, way in chosen.ways.items()]
    print_listing(rows, as_json=as_json, nothing="")
    if not as_json:
        print(f"Their own address: {shown(chosen.address) or 'none'}")


def _way(text: str) -> tuple[Occasion, Way]:
    """What ``--set`` names; raises Invalid."""
    occasion, _, way = text.partition("=")
    try:
        return Occasion(occasion), Way(way)
    except ValueError:
        known = f"{', '.join(Occasion)} = {', '.join(Way)}"
        raise Invalid(f"--set {text[:60]!r} is none of: {known}.") from None


@app.command("away")
def away(
    email: Email,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The last day away.")
    ] = None,
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="The first day [default: today]."),
    ] = None,
    deputy: Annotated[
        str | None,
        typer.Option(metavar="EMAIL", help="Who gets what waits for them [default: it falls back to all]."),
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="They are here after all.")] = False,
) -> None:
    """Say that a reviewer is out of office; what waits for them falls back at once."""
    if back == (until is not None):
        raise Invalid("One of --until DATE and --back is needed.")

    async def act(onboard: Onboard) -> str:
        whose = await onboard.people.by_email(email)
        stand_in = (await onboard.people.by_email(deputy)).id if deputy else None
        day = first.date() if first else today(onboard.desk.clock(), onboard.desk.policy)
        absence = Absence(day, until.date(), stand_in) if until else None
        await onboard.desk.set_away(whose, whose, absence)
        await onboard.sealer.seal(onboard.desk.db)
        return away_in_words(await onboard.team.away(whose))

    told = run(act)
    print(f"{email} is away {told}." if told else f"{email} is here.")


@app.command("totp-off")
def turn_second_factor_off(email: Email) -> None:
    """Turn two-step sign-in off for somebody who lost their device and their recovery codes.

    Make sure first that it is they who ask. They sign in with their password then, and set it up
    anew on their account page. Every session of the account ends.
    """

    async def turn_off(onboard: Onboard) -> None:
        person = await onboard.people.by_email(email)
        await SecondFactor(onboard.desk).turn_off(person.id)
        await onboard.people.end_sessions(email)

    run(turn_off)
    print(f"Two-step sign-in is off for {email}.")


def _password(from_stdin: bool) -> str | None:
    """The password that was handed in or typed; None where nobody can be asked."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        return None
    return typer.prompt("Password", hide_input=True, confirmation_prompt=True)


def _row(account: Account) -> Row:
    return {
        "email": account.person.email,
        "name": account.person.name,
        "roles": [role.value for role in sorted(account.person.roles)],
        "disabled": account.disabled,
        "second_factor": account.second_factor,
        "created_at": account.created_at.isoformat(timespec="seconds"),
    }
