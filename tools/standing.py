"""What a merchant asks of the desk itself: a person, and where their application stands."""

from __future__ import annotations

from cases.errors import Conflict
from desk import help_wanted
from desk.turn import Turn
from tools.arguments import Wanted
from tools.tool import NoArguments, Tool


async def request_person(turn: Turn, arguments: Wanted) -> str:
    """Call a person to the conversation; raises Ungrounded where the words ask for none."""
    help_wanted.request_person_in_words(turn.draft, turn.author, arguments.message, arguments.quote)
    return "The team is called, and the merchant was told by when somebody usually answers."


async def tell_standing(turn: Turn, _: NoArguments) -> str:
    """Tell whose turn it is, since when and by when; raises Conflict where there is nothing to tell."""
    if not help_wanted.tell_standing(turn.draft):
        raise Conflict("There is nothing to tell about this case just now.", code="not_possible_now")
    return "The merchant was told by the desk where their application stands."


REQUEST_PERSON = Tool(
    "request_person",
    "Call a person to the conversation, because the merchant asks for one; name the message and the "
    "words with which they do. The desk tells them by when somebody usually answers.",
    Wanted,
    request_person,
)
TELL_STANDING = Tool(
    "tell_standing",
    "Have the desk tell the merchant where their application stands: whose turn it is, what is "
    "missing, since when the team has it and by when an answer usually comes.",
    NoArguments,
    tell_standing,
)
