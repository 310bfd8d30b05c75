"""The real desk under random commands, some of which are cut off in the middle."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cases.appeals import decliners
from cases.decision import Verdict
from cases.errors import OnboardError
from cases.events import DecisionMade, Event, GrantMade, MatchResolved, ProvisioningBegun
from cases.overrides import overrides_in_force
from cases.policy.second_looks import SecondLookPolicy
from cases.replay import replay
from cases.resolutions import is_barred
from cases.screening import MatchVerdict
from desk import conversation, provisioning, submission
from desk.matching import CONFIRMATION
from desk.override_views import in_words
from tests.desk.cast import BASIC, CHANGES, match_of
from tests.desk.office import Office, found_office, read

POLICY = BASIC.model_copy(update={"second_looks": SecondLookPolicy(share=Decimal(1))})


class PowerCut(Exception):
    """The process ends here, as far as the transaction can tell."""


class AnyDesk(RuleBasedStateMachine):
    """Two offices on one database; commands come alone, together, or die half-way."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="onboard-desk-"))
        self.runner = asyncio.Runner()
        self.office = self.run(found_office(self.folder / "data", POLICY))
        self.other = self.run(found_office(self.folder / "data", POLICY, people=self.office))
        self.offices = (self.office, self.other)
        self.case_id: UUID = self.run(self.office.in_review())
        self.kept = self.run(self.office.events(self.case_id))

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(coroutine)

    def attempt(self, *commands: Coroutine[Any, Any, object]) -> list[BaseException]:
        async def together() -> list[object]:
            return await asyncio.gather(*commands, return_exceptions=True)

        failed = [result for result in self.run(together()) if isinstance(result, BaseException)]
        assert all(isinstance(error, OnboardError) for error in failed), failed
        return failed

    @rule(count=st.integers(1, 8))
    def messages_come_at_once(self, count: int) -> None:
        offices = (self.office, self.other) * 4
        said = [
            office.desk.say(office.merchant, self.case_id, f"message {n}")
            for n, office in enumerate(offices[:count])
        ]
        assert self.attempt(*said) == []
        events = self.run(self.office.events(self.case_id))
        assert len(events) == len(self.kept) + count

    @rule(approved=st.lists(st.booleans(), min_size=2, max_size=4))
    def reviewers_decide_at_once(self, approved: list[bool]) -> None:
        record = replay(self.kept)
        in_review = record.state.value == "in_review"
        # What is barred is only declined; that nobody approves it, the invariant holds.
        approved = [each and not is_barred(record) for each in approved]
        deciding = [
            office.desk.decide(who, self.case_id, Verdict(approved=each))
            for each, office, who in zip(
                approved,
                (self.office, self.other) * 2,
                (self.office.reviewer, self.office.second) * 2,
                strict=False,
            )
        ]
        failed = self.attempt(*deciding)
        assert len(failed) == len(approved) - in_review
        if in_review:
            assert {getattr(error, "code", None) for error in failed} == {"already_decided"}

    @rule(cut_off=st.booleans(), saying=st.sampled_from(CHANGES))
    def an_agent_takes_a_turn(self, cut_off: bool, saying: Any) -> None:
        async def take() -> None:
            event = await self.office.desk.say(self.office.merchant, self.case_id, saying.text)
            turn = await self.office.turn(self.case_id)
            read(turn, saying, event)
            if not cut_off:
                await turn.commit()

        self.attempt(take())

    @rule()
    def the_team_checks(self) -> None:
        self.attempt(self.office.checked(self.case_id))

    @rule()
    def it_is_taken_back_while_it_begins(self) -> None:
        async def begin(office: Office) -> None:
            turn = await office.turn(self.case_id, "provisioner")
            provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
            await turn.commit()

        self.attempt(begin(self.office), self.other.desk.take_back(self.office.second, self.case_id))

    @rule()
    def a_sanctions_match_is_confirmed_while_it_is_decided(self) -> None:
        found = (match_of().pair, MatchVerdict.TRUE_MATCH, "The same passport.", CONFIRMATION)
        self.attempt(
            self.other.desk.resolve_match(self.office.second, self.case_id, *found),
            self.office.desk.decide(self.office.reviewer, self.case_id, Verdict(approved=True)),
        )

    @rule()
    def it_is_withdrawn_while_it_is_decided(self) -> None:
        self.attempt(
            self.office.desk.withdraw(self.office.merchant, self.case_id),
            self.other.desk.decide(self.office.reviewer, self.case_id, Verdict(approved=True)),
        )

    @rule(level=st.sampled_from(["medium", "high"]), days=st.integers(0, 40))
    def the_risk_is_overridden_while_it_is_decided(self, level: Any, days: int) -> None:
        until = self.office.clock().date() + timedelta(days=days)
        self.attempt(
            self.office.desk.override(self.office.reviewer, self.case_id, "risk", "Known.", until, level),
            self.other.desk.decide(self.office.second, self.case_id, Verdict(approved=True)),
        )

    @rule(withdrawn=st.booleans())
    def it_is_overridden_and_that_is_withdrawn_or_expires(self, withdrawn: bool) -> None:
        until = self.office.clock().date()
        act = self.office.desk.override(self.office.reviewer, self.case_id, "risk", "Known.", until, "high")
        refused = self.attempt(act)
        if withdrawn:
            self.attempt(
                self.other.desk.withdraw_override(self.office.second, self.case_id, "risk", "Not known.")
            )
        else:
            self.office.clock.pass_time(timedelta(days=1))
        record = replay(self.run(self.office.events(self.case_id)))
        assert refused or overrides_in_force(record, self.office.clock()) == ()

    @rule(appealed=st.booleans())
    def it_is_declined_and_appealed_twice_at_once(self, appealed: bool) -> None:
        decline = Verdict(approved=False)
        self.attempt(self.office.desk.decide(self.office.reviewer, self.case_id, decline))
        if not appealed:
            return
        before = replay(self.run(self.office.events(self.case_id)))
        why = "Please look again."
        appeals = [each.desk.appeal(self.office.merchant, self.case_id, why) for each in self.offices]
        failed = self.attempt(*appeals)
        assert len(failed) == 2 - (before.state.value == "rejected")
        # Whoever declined does not decide about it, however fast they are.
        now = replay(self.run(self.office.events(self.case_id)))
        for decliner in decliners(now):
            who = next(p for p in (self.office.reviewer, self.office.second) if p.id == decliner)
            assert self.attempt(self.other.desk.decide(who, self.case_id, Verdict(approved=True)))

    @rule(agrees=st.booleans())
    def two_have_a_second_look_at_once(self, agrees: bool) -> None:
        waits = replay(self.run(self.office.events(self.case_id))).drawn
        looks = [
            each.desk.record_second_look(who, self.case_id, "I looked.", agrees=agrees)
            for each, who in zip(self.offices, (self.office.reviewer, self.office.second), strict=True)
        ]
        failed = self.attempt(*looks)
        after = replay(self.run(self.office.events(self.case_id)))
        assert (len(failed) < 2) == (waits is not None)
        assert after.drawn is None

    @rule()
    def it_is_opened_and_submitted_again(self) -> None:
        self.attempt(self.office.desk.reopen(self.office.merchant, self.case_id))
        self.attempt(self.office.desk.submit(self.office.merchant, self.case_id))

    @rule()
    def the_power_fails_inside_a_command(self) -> None:
        async def fails() -> None:
            async with self.office.desk.case(self.case_id) as draft:
                conversation.say(draft, self.office.merchant, "half a thought")
                draft.add(draft.events[-1].body)
                raise PowerCut

        try:
            self.run(fails())
        except PowerCut:
            assert self.run(self.office.events(self.case_id)) == self.kept

    @rule(after=st.integers(0, 30))
    def a_command_is_cancelled(self, after: int) -> None:
        async def cancel() -> None:
            async def act() -> None:
                async with self.office.desk.case(self.case_id) as draft:
                    conversation.say(draft, self.office.merchant, "first half")
                    submission.expire(draft)
                    conversation.say(draft, self.office.merchant, "second half")

            acting = asyncio.create_task(act())
            for _ in range(after):
                await asyncio.sleep(0)
            acting.cancel()
            await asyncio.gather(acting, return_exceptions=True)

        self.run(cancel())
        added = len(self.run(self.office.events(self.case_id))) - len(self.kept)
        assert added in (0, 2)

    @invariant()
    def what_was_written_stays_and_is_whole(self) -> None:
        events = self.run(self.other.events(self.case_id))
        assert events[: len(self.kept)] == self.kept
        self.kept = events
        begun = [event.body.grant_id for event in events if isinstance(event.body, ProvisioningBegun)]
        made = [event.body.grant.id for event in events if isinstance(event.body, GrantMade)]
        assert len(begun) == len(set(begun))
        assert set(begun) <= set(made)
        approved = [e for e in events if isinstance(e.body, DecisionMade) and e.body.decision.approved]
        assert len(made) == len(approved)
        confirmed = [e.seq for e in events if isinstance(e.body, MatchResolved)]
        acted = [e.seq for e in (*approved, *self._begun(events))]
        assert not confirmed or all(seq < confirmed[0] for seq in acted)
        for event in events:
            if isinstance(event.body, DecisionMade):
                before = overrides_in_force(replay(events[: event.seq - 1]), event.at)
                assert event.body.decision.overrides == tuple(in_words(each) for each in before)

    def _begun(self, events: list[Event]) -> list[Event]:
        return [event for event in events if isinstance(event.body, ProvisioningBegun)]

    def teardown(self) -> None:
        grants = self.run(self.office.grants(self.case_id))
        assert sum(used and not void for used, void in grants) <= 1
        assert len(grants) == sum(isinstance(event.body, GrantMade) for event in self.kept)
        assert self.run(self.office.verify()).holds
        self.run(self.office.close())
        self.run(self.other.close())
        self.runner.close()
        shutil.rmtree(self.folder)


TestAnyDesk = AnyDesk.TestCase
TestAnyDesk.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
