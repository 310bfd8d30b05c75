"""What tells the recommendation, kept from reviewers who owe a view of their own (``policy.own_view``)."""

from __future__ import annotations

from cases.access import Audience
from cases.events import Event, MessageSaid, RecommendationMade, ToolCalled
from desk.event_view import EventView

KEPT_BACK = "Shown once you have noted your own view of this case."

_ADVISER = "risk_analyst"


def tells_advice(event: Event) -> bool:
    """Whether the event says what is recommended: the adviser's tool and notes say it as well."""
    match event.body:
        case RecommendationMade():
            return True
        case ToolCalled(name=name):
            return name == "recommend"
        case MessageSaid():
            return event.actor == _ADVISER and event.audience is Audience.STAFF
        case _:
            return False


def without_advice(view: EventView) -> EventView:
    """The event as somebody reads it who is to make up their own mind first."""
    kept = {key: value for key, value in view.data.items() if key in ("name", "by", "ok")}
    return view.model_copy(update={"text": KEPT_BACK, "data": {**kept, "result": KEPT_BACK}})
