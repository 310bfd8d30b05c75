"""What can happen in a case. The log of these events is the conversation; all else is a view of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from cases.access import Audience
from cases.events.account import AccountJudged, AccountReviewDue, AccountReviewed
from cases.events.appeals import AppealMade
from cases.events.assignment import (
    CaseAssigned,
    CaseClaimed,
    CaseEscalated,
    CaseReleased,
    CaseSnoozed,
    CaseWoken,
    ReviewOverdue,
    ReviewWarned,
)
from cases.events.checking import CheckMade, ComplianceAssessed, RecommendationMade, RiskScored
from cases.events.complaints import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintMade,
    ComplaintOverdue,
    ComplaintTaken,
)
from cases.events.declining import DeclineLetterMailed, DeclineLetterWritten
from cases.events.documents import DocumentReceived, DocumentRefused, DocumentRemoved
from cases.events.evidence import VerificationRecorded
from cases.events.facts import (
    AbsenceDeclared,
    ApplicationChanged,
    ApplicationSubmitted,
    EntryMade,
    FactOffered,
    FactRecorded,
    FactRefused,
    ItemPostponed,
    OfferDeclined,
    PersonalDetailEntered,
    RequestReceived,
    SummaryPresented,
)
from cases.events.information import (
    RequestExtended,
    RequestItemAnswered,
    RequestItemWithdrawn,
    RequestMade,
    RequestNoted,
    RequestReminded,
    RequestWithdrawn,
)
from cases.events.letters import DecisionLinkUsed
from cases.events.matches import MatchReopened, MatchResolved
from cases.events.own_view import ViewNoted
from cases.events.ownership import PartyRemoved, PartyStated
from cases.events.participants import ParticipantFinished, ParticipantInvited, ParticipantRemoved
from cases.events.provisioning import MerchantIdReplaced, ProvisioningBegun, ProvisioningGivenUp, StepRecorded
from cases.events.queue import ClosedAsIncomplete, ReminderAsked
from cases.events.review import (
    CategoryConfirmed,
    DecisionMade,
    GrantMade,
    GrantVoided,
    OverrideRecorded,
    OverrideWithdrawn,
    QuestionAsked,
    StateMoved,
)
from cases.events.second_looks import SecondLookDrawn, SecondLookRecorded
from cases.events.talk import (
    CaseOpened,
    InstructionFlagged,
    LetterSent,
    LocaleNoted,
    MessageSaid,
    NoticeShown,
    PersonJoined,
    PersonLeft,
    PersonRequested,
    WordingRefused,
)
from cases.events.team import ToolCalled, TurnCompleted, TurnFailed
from cases.events.together import (
    CallLogged,
    ConversationHandedBack,
    ConversationTakenOver,
    NoteWritten,
    TeamAnswered,
    TeamAsked,
)

Body = Annotated[
    CaseOpened
    | NoticeShown
    | LocaleNoted
    | MessageSaid
    | RequestReceived
    | EntryMade
    | PersonalDetailEntered
    | InstructionFlagged
    | FactRecorded
    | FactOffered
    | OfferDeclined
    | FactRefused
    | AbsenceDeclared
    | ItemPostponed
    | PersonRequested
    | DocumentReceived
    | DocumentRefused
    | DocumentRemoved
    | ParticipantInvited
    | ParticipantFinished
    | ParticipantRemoved
    | PartyStated
    | PartyRemoved
    | ToolCalled
    | WordingRefused
    | SummaryPresented
    | ApplicationSubmitted
    | ApplicationChanged
    | CheckMade
    | MatchResolved
    | MatchReopened
    | RiskScored
    | ComplianceAssessed
    | RecommendationMade
    | VerificationRecorded
    | StateMoved
    | PersonJoined
    | PersonLeft
    | CaseClaimed
    | CaseReleased
    | CaseAssigned
    | CaseSnoozed
    | CaseWoken
    | ReviewWarned
    | ReviewOverdue
    | CaseEscalated
    | CategoryConfirmed
    | QuestionAsked
    | RequestMade
    | RequestNoted
    | RequestItemAnswered
    | RequestItemWithdrawn
    | RequestExtended
    | RequestWithdrawn
    | RequestReminded
    | OverrideRecorded
    | OverrideWithdrawn
    | ViewNoted
    | DecisionMade
    | DecisionLinkUsed
    | DeclineLetterWritten
    | DeclineLetterMailed
    | GrantMade
    | GrantVoided
    | ProvisioningBegun
    | MerchantIdReplaced
    | StepRecorded
    | ProvisioningGivenUp
    | AccountJudged
    | AccountReviewDue
    | AccountReviewed
    | AppealMade
    | SecondLookDrawn
    | SecondLookRecorded
    | LetterSent
    | NoteWritten
    | TeamAsked
    | TeamAnswered
    | ComplaintMade
    | ComplaintTaken
    | ComplaintAnswered
    | ComplaintOverdue
    | ComplaintClosed
    | CallLogged
    | ConversationTakenOver
    | ConversationHandedBack
    | ReminderAsked
    | ClosedAsIncomplete
    | TurnCompleted
    | TurnFailed,
    Field(discriminator="kind"),
]

BODY: TypeAdapter[Body] = TypeAdapter(Body)


class Event(BaseModel):
    """One entry of a case's log. ``actor`` is a person's id, an agent's name or ``desk``."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    case_id: UUID
    seq: int
    at: datetime
    actor: str
    role: str
    audience: Audience
    participant: UUID | None = None
    body: Body
