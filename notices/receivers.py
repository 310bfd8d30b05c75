"""Whom an alert or a notice is for: the addresses that are set, or the people whom it concerns."""

from __future__ import annotations

from collections.abc import Collection

from desk.delivering import Delivery, Receiver
from desk.notifying import Notifications
from notices.alerts import AppriseAlerts


class EverybodyConcerned:
    """Finds them at the moment at which they are told."""

    def __init__(self, alerts: AppriseAlerts, notifications: Notifications) -> None:
        self._alerts = alerts
        self._notifications = notifications

    async def of(self, told: Delivery) -> Collection[Receiver]:
        """Everybody who is to get it, and how."""
        if told.channel == "alert":
            return [("alert", target) for target in self._alerts.targets]
        return await self._notifications.receivers(told)
