"""What the team does, and time."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.checks import CheckStatus
from desk import checking, submission
from tests.desk.cast import PREPROCESSOR, make_checks, match_of
from tests.desk.machine.going import GoingCase
from tests.desk.machine.people import MATCHES


class TeamRules(GoingCase):
    """What the team does, and time."""

    @rule(status=st.sampled_from([*CheckStatus, CheckStatus.HELD]), level=st.sampled_from(["low", "medium"]))
    def the_team_checks(self, status: CheckStatus, level: str) -> None:
        if self.attempt(checking.send_back_incomplete, PREPROCESSOR):
            self.attempt(make_checks, status, level, tuple(map(match_of, MATCHES)))
        self.attempt(checking.conclude)

    @rule()
    def the_team_concludes_without_checks(self) -> None:
        unchecked = self.case.record.scorecard is None
        assert not (self.attempt(checking.conclude) and unchecked)

    @rule()
    def the_checks_are_tried_again(self) -> None:
        self.attempt(checking.recheck)

    @rule(days=st.sampled_from([0, 0, 1, 1, 8, 31]))
    def time_passes(self, days: int) -> None:
        self.case.pass_time(timedelta(days=days, minutes=1))
        self.attempt(submission.expire)
