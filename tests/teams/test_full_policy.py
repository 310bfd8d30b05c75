"""Under the full policy a business is let in once it is known who is behind it, and not before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from cases.checks import CheckStatus
from cases.decision import Verdict
from cases.errors import Conflict
from cases.ownership.stated import MERCHANT
from cases.ownership.structure import PartyKind, RoleKind
from cases.participants import PersonalField
from cases.screening import MatchVerdict
from cases.states import State
from cases.verification import Method, Result
from desk.party_entries import HoldingEntry, PartyEntry, RoleEntry
from desk.verifying import VerificationReport
from storage.settings import load_settings
from tests.policies import FULL, FULL_FILE
from tests.teams.company import Company
from tests.tools.installations import no_letter
from tools.services import open_gateway
from tools.watchlists import configured
from web.composition import build, opened

DETAILS = {
    PersonalField.DATE_OF_BIRTH: "1980-04-02",
    PersonalField.NATIONALITY: "US",
    PersonalField.HOME_ADDRESS: "4 Sample Street, Portland, OR 97202",
    PersonalField.SOCIAL_SECURITY_NUMBER: "536-90-4399",
    PersonalField.PEP_DECLARATION: "no",
}
RUNS_IT = PartyEntry(
    name="Ines Calder",
    kind=PartyKind.PERSON,
    holdings=(HoldingEntry.model_validate({"of": MERCHANT, "share": 100}),),
    roles=(RoleEntry(role=RoleKind.CONTROL_PERSON, at=MERCHANT),),
)


@pytest.fixture
async def company(tmp_path: Path) -> AsyncIterator[Company]:
    """A company that goes by the full policy."""
    settings = load_settings(None, data_dir=tmp_path / "data", policy=FULL_FILE)
    onboard = build(settings, configured(settings), open_gateway(settings, no_letter))
    async with opened(onboard):
        company = Company(onboard)
        await company.hire()
        yield company


async def identify(company: Company, case: UUID, owner: str = "Ines Calder", **changed: str) -> None:
    """The merchant tells everything about the one owner, who runs the business."""
    for field, value in {
        **DETAILS,
        **{PersonalField(name): value for name, value in changed.items()},
    }.items():
        await company.desk.enter_detail(company.merchant, case, owner, field, value)
    entry = RUNS_IT.model_copy(update={"name": owner})
    await company.desk.state_party(company.merchant, case, "p1", entry)
    await company.team.answer(case)


async def verify(company: Company, case: UUID, *about: str, method: Method) -> None:
    """Rosa looks something up and finds it as stated."""
    report = VerificationReport(
        about=about, method=method, source="Register of the state", result=Result.CONFIRMED, reference="R-1"
    )
    await company.desk.record_check(company.rosa, case, report)
    await company.team.reassess(case)


async def status(company: Company, case: UUID, key: str) -> CheckStatus:
    return (await company.record(case)).checks[key].status


async def test_nobody_is_approved_before_it_is_known_who_is_behind_it(company: Company) -> None:
    case = await company.in_review()
    with pytest.raises(Conflict, match="Who is behind it") as refused:
        await company.approve(case)
    assert refused.value.code == "checks_outstanding"
    await identify(company, case)
    record = await company.record(case)
    assert (record.state, record.scorecard and record.scorecard.level) == (State.IN_REVIEW, "low")
    assert record.recommendation
    assert record.recommendation.approve, record.recommendation.reasons
    await company.approve(case)
    assert (await company.record(case)).state is State.ACTIVE


async def test_policy_and_lists_are_named_in_scorecard_and_decision(company: Company) -> None:
    case = await company.in_review()
    await identify(company, case)
    await company.approve(case)
    record = await company.record(case)
    assert record.decision
    assert record.scorecard
    for named in (record.decision, record.scorecard):
        assert named.policy_hash == FULL.hash
        assert list(named.lists) == ["watchlist.csv"]
    assert (
        list(record.decision.lists)
        == ["watchlist.csv"]
        == list(record.scorecard.lists if record.scorecard else ())
    )
    assert await company.log_holds()


async def test_every_reason_of_the_recommendation_says_what_it_rests_on(company: Company) -> None:
    record = await company.record(
        await company.in_review(email="harbour.lane@gmail.com", years_in_business=1)
    )
    assert record.recommendation
    assert len(record.recommendation.grounds) == len(record.recommendation.reasons)
    assert all(record.recommendation.grounds)


async def test_a_name_that_is_ruled_out_no_longer_bars_an_approval(company: Company) -> None:
    case = await company.in_review(owners=[{"name": "Zefirin Quillfether", "ownership_percent": 100}])
    await identify(company, case, "Zefirin Quillfether")
    assert await status(company, case, "aml_verified") is CheckStatus.FAILED
    (match,) = (await company.record(case)).checks["screening"].matches
    await company.desk.resolve_match(
        company.rosa, case, match.pair, MatchVerdict.FALSE_POSITIVE, "Born elsewhere, twenty years later."
    )
    await company.team.reassess(case)
    assert await status(company, case, "aml_verified") is CheckStatus.HELD
    await company.approve(case)
    assert (await company.record(case)).state is State.ACTIVE


async def test_a_declared_public_function_asks_for_more_evidence_and_takes_two_people(
    company: Company,
) -> None:
    case = await company.in_review()
    await identify(company, case, pep_declaration="yes")
    with pytest.raises(Conflict, match="Who is behind it"):
        await company.approve(case)
    await verify(company, case, "business_license", "tax_id", method=Method.REGISTRY_SEARCH)
    await verify(company, case, "ines calder.date_of_birth", method=Method.IDENTITY_SERVICE)
    with pytest.raises(Conflict, match="Line of business is served"):
        await company.approve(case)
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    reason = "The registration and the statement were shown on the telephone; copies are on their way."
    await company.desk.override(company.rosa, case, "industry_specific", reason, tomorrow)
    assert await company.desk.decide(company.rosa, case, Verdict(approved=True)) == "awaiting_second_approval"
    assert await company.desk.decide(company.kai, case, Verdict(approved=True)) == "onboarding_triggered"


async def test_a_check_made_elsewhere_lifts_what_rests_on_it(company: Company) -> None:
    case = await company.in_review(years_in_business=1)
    await identify(company, case)
    assert await status(company, case, "evidence_level") is CheckStatus.FAILED
    await verify(company, case, "business_license", method=Method.REGISTRY_SEARCH)
    assert await status(company, case, "evidence_level") is CheckStatus.HELD
    assert await status(company, case, "kyc_complete") is CheckStatus.HELD
