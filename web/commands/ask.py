"""``onboard ask``: asks a merchant for something, gives more time, or takes that back; as everywhere."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer
from pydantic import ValidationError

from cases.errors import Invalid
from desk.information import ItemAsked
from desk.information_difference import RequestView
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)

Several = list[str] | None


@app.command()
def ask(
    case: CaseArgument,
    as_email: AsEmail,
    item: Annotated[
        Several,
        typer.Option(
            "--item",
            metavar="ITEM",
            help="A field, documents.KIND, “NAME.DETAIL” or question; may be repeated.",
        ),
    ] = None,
    reason: Annotated[
        Several,
        typer.Option("--reason", metavar="CODE", help="Why: a code of the policy; one for all, or for each."),
    ] = None,
    text: Annotated[
        Several,
        typer.Option("--text", metavar="TEXT", help="Words to the merchant, for each item in their order."),
    ] = None,
    by: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The last day, as 2025-12-31."),
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for colleagues alone.")] = "",
    extend: Annotated[bool, typer.Option("--extend", help="Only give more time: until --by.")] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Do without each --item; without one, take all of it back.")
    ] = False,
) -> None:
    """Ask the merchant of a case for things; prints the request as it then stands."""
    until = by.date() if by else None

    async def act(onboard: Onboard) -> RequestView | None:
        who, about, desk = await person(onboard, as_email), case_id(case), onboard.desk
        if extend:
            if until is None:
                raise Invalid("--extend needs --by DATE.")
            await desk.extend_request(who, about, until)
        elif withdraw:
            for key in item or [None]:
                await desk.withdraw_request(who, about, key)
        else:
            await desk.request_information(who, about, _asked(item, reason, text), until, note)
        await onboard.sealer.seal(onboard.desk.db)
        return (await onboard.views.card(who, about)).request

    if request := run(act):
        print("\n".join(_in_words(request)))


def _asked(items: Several, reasons: Several, texts: Several) -> list[ItemAsked]:
    """The items with the reason and the words of each."""
    items, reasons, texts = items or [], reasons or [], texts or []
    if len(reasons) == 1:
        reasons = reasons * len(items)
    if not items or len(reasons) != len(items) or len(texts) > len(items):
        raise Invalid("Each --item needs a --reason (one for all is enough), and has at most one --text.")
    texts = texts + [""] * (len(items) - len(texts))
    try:
        return [
            ItemAsked(item=item, reason=reason, text=text)
            for item, reason, text in zip(items, reasons, texts, strict=True)
        ]
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Invalid(f"{first['loc'][0]}: {first['msg']}") from None


def _in_words(request: RequestView) -> list[str]:
    head = "taken back" if request.taken_back else f"until {request.due}"
    lines = (f"- {item.key}: {item.status} ({item.reason})" for item in request.items)
    return [f"{request.answered} of {request.total} answered, {head}:", *lines]
