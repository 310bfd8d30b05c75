"""The one desk: every door and every tool comes here, and nothing else writes (design, rule 2)."""

from __future__ import annotations

from desk.commands.accounts import AccountCommands
from desk.commands.assignment import AssignmentCommands
from desk.commands.checks import CheckCommands
from desk.commands.complaints import ComplaintCommands
from desk.commands.declining import DecliningCommands
from desk.commands.documents import DocumentCommands
from desk.commands.information import InformationCommands
from desk.commands.letters import LetterCommands
from desk.commands.merchant import MerchantCommands
from desk.commands.participants import ParticipantCommands
from desk.commands.queue import QueueCommands
from desk.commands.reviewer import ReviewerCommands
from desk.commands.summary import SummaryCommands
from desk.commands.together import TogetherCommands


class Desk(
    MerchantCommands,
    ParticipantCommands,
    DocumentCommands,
    ReviewerCommands,
    InformationCommands,
    TogetherCommands,
    ComplaintCommands,
    DecliningCommands,
    QueueCommands,
    CheckCommands,
    LetterCommands,
    SummaryCommands,
    AssignmentCommands,
    AccountCommands,
):
    """What every door and every tool comes to; built once, handed down."""
