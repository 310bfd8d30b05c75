"""The documents that a case is asked for besides, as its merchant reads them; none holds a submission up."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from cases.asking import Extra, documents_of
from cases.checks import RequirementStatus
from cases.documents import Document, DocumentKind
from cases.policy import Policy
from cases.prohibition import is_unserved
from cases.record import CaseRecord
from cases.states import OPEN_FOR_FACTS
from desk.wordbook import Wordbook, wordbook


class PaperWanted(BaseModel):
    """One kind of document: why it is asked for, whether now or later, and how far it is.

    ``problem``: a document of the kind was sent that cannot be used.
    """

    model_config = ConfigDict(frozen=True)

    kind: DocumentKind
    label: str
    reason: str
    group: str
    status: RequirementStatus
    status_label: str
    problem: str | None

    @property
    def is_sent(self) -> bool:
        """Whether one is there that can be used."""
        return self.status is RequirementStatus.SATISFIED


def papers_wanted(record: CaseRecord, policy: Policy, words: Wordbook) -> tuple[PaperWanted, ...]:
    """What is asked for, what is needed sooner first; nothing of a case in which nothing changes any more."""
    if record.state not in OPEN_FOR_FACTS or is_unserved(record, policy):
        return ()
    return tuple(_paper(record, kind, extra, words) for kind, extra in documents_of(record, policy).items())


def _paper(record: CaseRecord, kind: DocumentKind, extra: Extra, words: Wordbook) -> PaperWanted:
    sent = [paper for paper in record.documents.values() if paper.kind is kind and not paper.internal]
    status = _status(sent, extra)
    refused = bool(sent) and status is not RequirementStatus.SATISFIED
    return PaperWanted(
        kind=kind,
        label=words(f"document.kind_{kind.value}"),
        reason=_reason(kind, extra, words),
        group="now" if extra.now else "later",
        status=status,
        status_label=words("card.paper_sent" if sent and not refused else f"card.status_{status.value}"),
        problem=words("card.paper_refused") if refused else None,
    )


def _status(sent: list[Document], extra: Extra) -> RequirementStatus:
    if any(paper.refused is None for paper in sent):
        return RequirementStatus.SATISFIED
    return RequirementStatus.CURRENTLY_DUE if extra.now else RequirementStatus.EVENTUALLY_DUE


def _reason(kind: DocumentKind, extra: Extra, words: Wordbook) -> str:
    """The rule, in the merchant's language where it is one that is shipped; never one on their risk."""
    if extra.on_risk:
        return words(f"paper.why_{kind.value}")
    shipped = (name for name, text in wordbook("en").area("paper").items() if text == extra.rule.strip())
    key = next(shipped, None)
    return words(f"paper.{key}") if key else extra.rule
