"""What is recommended, and whether the reader is to make up their own mind first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cases.checks import Recommendation
from cases.events import RecommendationMade
from cases.own_view import View as Opinion
from cases.views_owed import owes_view, view_of
from desk.labels import check_label
from desk.overview.basis import Basis
from desk.sources import OnEvent, Sentence, Source, each_once
from desk.viewing import View


class Advice(View):
    """What is recommended; the reasons without those that the risk and the open checks say already."""

    approve: bool
    headline: Sentence
    reasons: tuple[Sentence, ...]


class OwnViewPart(View):
    """The reader's own view. ``owed``: the recommendation is kept back until they have noted it."""

    owed: bool
    view: Opinion | None = None
    words: str = ""
    at: datetime | None = None


def own_view(basis: Basis) -> OwnViewPart:
    """Whether the reader owes a view, or which one they noted of this version."""
    person = basis.reader.person
    if owes_view(basis.record, basis.policy, person, basis.now):
        return OwnViewPart(owed=True)
    noted = view_of(basis.record, person.id)
    if noted is None:
        return OwnViewPart(owed=False)
    return OwnViewPart(owed=False, view=noted.view, words=basis.shown(noted.words), at=noted.at)


def advice(basis: Basis) -> Advice | None:
    """The recommendation; None where there is none, or it is kept back."""
    made, event = basis.record.recommendation, next(basis.of(RecommendationMade), None)
    if made is None or event is None or own_view(basis).owed:
        return None
    source = OnEvent(seq=event[0])
    return Advice(
        approve=made.approve,
        headline=Sentence(
            text="Approve" if made.approve else "Look closely before approving", sources=(source,)
        ),
        reasons=tuple(_reasons(basis, made, source)),
    )


def _reasons(basis: Basis, made: Recommendation, source: Source) -> Iterator[Sentence]:
    labels = [f"{check_label(check.key)}: " for check in basis.record.checks.values() if not check.holds]
    said = f"{basis.record.scorecard.in_words()}." if basis.record.scorecard else ""
    unknown = len(made.reasons) - len(made.grounds)
    for reason, grounds in zip(made.reasons, (*made.grounds, *[()] * unknown), strict=True):
        text = basis.shown(reason)
        if text != said and not text.startswith(("Risk: ", *labels)):
            yield Sentence(text=text, sources=each_once(*basis.on_grounds(grounds), source))
