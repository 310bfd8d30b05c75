"""A reviewer's free question, answered in the conversation."""

from __future__ import annotations

from desk import information_answers
from desk.turn import Turn
from tools.arguments import QuestionAnswer
from tools.tool import Tool


async def answer_question(turn: Turn, arguments: QuestionAnswer) -> str:
    """Tick a question; raises Conflict, Invalid or NotFound where the message cannot be its answer."""
    information_answers.answer_question(
        turn.draft, turn.author, arguments.question, arguments.message, arguments.quote
    )
    return "The reviewer reads these words as the answer."


ANSWER_QUESTION = Tool(
    "answer_question",
    "Note which message of the merchant's answers a question that a reviewer asked (its key stands in "
    "`requested`), with their words. Not where they only ask something back.",
    QuestionAnswer,
    answer_question,
)
