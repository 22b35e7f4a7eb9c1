from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from planwright.assessment import Assessment
from planwright.assessment.pips import chosen
from planwright.assessment.work import WorkRating
from planwright.explaining import explain_risk

Build = Callable[..., Assessment]
PLAN = "kind: service-plan\nid: P\nservice: S\nperiod: 2026-27\nactions:\n"


def work(assessed: Build, action: str) -> tuple[WorkRating, ...]:
    return assessed({"p.yaml": f"{PLAN}  - {{id: A, title: t, {action}}}\n"}).work


@pytest.mark.parametrize(
    ("action", "key", "reason"),
    [
        ("due: 2027-01-31", "not-due", "due 2027-01-31"),
        ("due: 2026-12-21", "due-soon", "due 2026-12-21, in 30 days"),
        ("due: 2026-11-21", "due-soon", "due 2026-11-21, today"),
        ("due: 2026-11", "due-soon", "due 2026-11, in 9 days"),
        ("due: 2026-11-20", "overdue-in-grace", "due 2026-11-20, 1 day ago; 14 days of grace"),
        ("due: 2026-11-07", "overdue-in-grace", "due 2026-11-07, 14 days ago; 14 days of grace"),
        ("due: 2026-11-06", "overdue", "due 2026-11-06, 15 days ago"),
        ("due: 2026-11-06, done: 2026-11-06", "complete", "done 2026-11-06, due 2026-11-06"),
        ("done: 2026-11-06", "complete", "done 2026-11-06"),
        (
            "due: 2026-11-06, done: 2026-11-07",
            "complete-late",
            "done 2026-11-07, 1 day after the 2026-11-06 first promised",
        ),
        ("due: 2026-01-01, revised: [{to: 2027-06-30}]", "not-due", "due 2027-06-30"),
        ("due: 2026-01-01, status: deferred, reason: No money", "deferred", "No money"),
        ("due: 2026-01-01, status: cancelled", "cancelled", "no reason is given"),
        ("due: 2026-01-01, retired: Merged", "superseded", "Merged"),
        ("start: 2026-01-01", "no-date", "neither a due date nor targets by year"),
        ("targets_by_year: [{year: 2026-27, target: Ten}]", "ongoing", "has targets by year instead of a date"),
        ("milestones: [{title: a, due: 2027-01-01}, {title: b, due: 2026-12-01}]", "not-due", "due 2027-01-01"),
    ],
)
def test_work_stands_as_its_dates_say(assessed: Build, action: str, key: str, reason: str) -> None:
    rating = work(assessed, action)[0]
    assert (rating.state.key, rating.reason) == (key, reason)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("due: 2026-01-01, status: on track", "claims to be on track but is overdue"),
        ("due: 2026-11-20, status: not started", "claims to be not started but is overdue (in grace)"),
        ("due: 2027-01-01, status: complete", "gives no date on which it was done"),
        ("due: 2026-01-01, done: 2026-01-01, status: behind", "claims to be behind but was done"),
        ("due: 2026-01-01, done: 2026-12-01", "which has not come yet"),
        ("due: 2027-01-01, status: on track", ""),
        ("due: 2026-01-01, status: behind", ""),
        ("due: 2026-01-01, done: 2026-01-01, status: complete", ""),
        ("due: 2026-01-01, status: deferred", ""),
    ],
)
def test_claims_are_held_against_the_dates(assessed: Build, action: str, words: str) -> None:
    contradiction = work(assessed, action)[0].contradiction
    assert (words in contradiction) if words else (contradiction == "")


def test_milestones_follow_their_action_with_ids_and_places(assessed: Build) -> None:
    found = work(
        assessed, "due: 2027-01-01, milestones: [{title: a, due: 2026-06-30}, {id: M2, title: b, due: 2026-12}]"
    )
    assert [(rating.id, rating.state.key) for rating in found] == [
        ("A", "not-due"),
        ("A/1", "overdue"),
        ("M2", "not-due"),
    ]
    assert found[1].spot.route == ("actions", 0, "milestones", 0)
    assert found[1].record.title == "a"


def test_a_slip_is_a_later_date_than_first_promised(assessed: Build) -> None:
    assert work(assessed, "due: 2026-12-01, revised: [{to: 2027-01-31}]")[0].slipped
    assert not work(assessed, "due: 2026-12-01, revised: [{to: 2026-11-30}]")[0].slipped
    assert not work(assessed, "due: 2026-12-01")[0].slipped


LOG = "kind: risk-log\nid: LOG\nservice: S\n"


def risk(
    assessed: Build, fields: str, log: str = LOG, settings: str = "", as_at: date = date(2026, 11, 21)
) -> Assessment:
    head = f"kind: settings\nname: W\n{settings}"
    return assessed({"planwright.yaml": head, "r.yaml": f"{log}risks:\n  - {{id: R, title: t, {fields}}}\n"}, as_at)


@pytest.mark.parametrize(
    ("likelihood", "impact", "score", "band", "colour"),
    [
        ("low", "low", 1, "Low", "green"),
        ("low", "high", 3, "Moderate", "amber"),
        ("medium", "medium", 4, "Moderate", "amber"),
        ("medium", "high", 6, "High", "red"),
        ("high", "high", 9, "Critical", "red"),
    ],
)
def test_risks_score_by_likelihood_and_impact(
    assessed: Build, likelihood: str, impact: str, score: int, band: str, colour: str
) -> None:
    found = risk(assessed, f"current: {{likelihood: {likelihood}, impact: {impact}}}, reviewed: 2026-11-01").risks["R"]
    assert (str(found.score), found.state.word, found.state.colour.value) == (str(score), band, colour)
    assert found.reason == f"likelihood {likelihood}, impact {impact}: scores {score}, {band.lower()}"


def test_scales_and_scoring_are_the_councils_own(assessed: Build) -> None:
    settings = """\
risks:
  likelihood: [rare, likely, certain]
  impact: [1, 2, 3, 4]
  scoring: sum
  bands: [{name: fine, from: 2, colour: green}, {name: bad, from: 6, colour: red}]
  escalate_from: 6
"""
    found = risk(assessed, "current: {likelihood: certain, impact: 3}", settings=settings).risks["R"]
    assert (str(found.score), found.state.word, found.above_line) == ("6", "Bad", True)


def test_words_off_the_scale_are_not_scored(assessed: Build) -> None:
    assert risk(assessed, "current: {likelihood: huge, impact: low}").risks["R"].state.key == "not-scored"
    assert risk(assessed, "owner: X").risks["R"].reason == "has no current score"


@pytest.mark.parametrize(
    ("fields", "log", "due", "overdue"),
    [
        ("current: {likelihood: high, impact: high}, reviewed: 2026-10-22", LOG, date(2026, 11, 22), False),
        ("current: {likelihood: high, impact: high}, reviewed: 2026-10-20", LOG, date(2026, 11, 20), True),
        ("current: {likelihood: low, impact: low}, reviewed: 2026-01-01", LOG, date(2027, 1, 2), False),
        (
            "current: {likelihood: low, impact: low}, reviewed: 2026-01-01, review_by: 2026-06-30",
            LOG,
            date(2026, 6, 30),
            True,
        ),
        ("current: {likelihood: low, impact: low}", LOG + "reviewed: 2026-11-01\n", date(2027, 11, 2), False),
        ("current: {likelihood: low, impact: low}", LOG, None, True),
    ],
)
def test_reviews_fall_due_by_band(assessed: Build, fields: str, log: str, due: date | None, overdue: bool) -> None:
    found = risk(assessed, fields, log).risks["R"]
    assert (found.review_due, found.review_overdue) == (due, overdue)


@pytest.mark.parametrize(
    ("history", "movement"),
    [
        ("[{likelihood: low, impact: low, on: 2026-01-01}]", "up"),
        ("[{likelihood: high, impact: high, on: 2026-01-01}]", "down"),
        ("[{likelihood: medium, impact: medium, on: 2026-01-01}]", "same"),
        ("[{likelihood: unheard, impact: of, on: 2026-01-01}]", "new"),
        ("[]", "new"),
    ],
)
def test_movement_is_since_the_last_score(assessed: Build, history: str, movement: str) -> None:
    assert (
        risk(assessed, f"current: {{likelihood: medium, impact: medium}}, history: {history}").risks["R"].movement
        == movement
    )


def test_a_closed_risk_asks_for_nothing(assessed: Build) -> None:
    found = risk(assessed, "closed: 2026-06-30, closed_because: Sold").risks["R"]
    assert (found.state.key, found.reason, found.review_overdue) == ("closed", "closed 2026-06-30: Sold", False)


PIP = """\
kind: pip
id: PIP-1
indicator: PI
author: HEAD
opened: 2026-08-20
factors:
  - {id: F1, text: Snow, origin: external, term: temporary}
  - {id: F2, text: Vacancy, origin: internal, term: long term}
  - {id: F3, text: Law, origin: external, term: long term, not_addressable: It is the law}
solutions:
  - {id: S1, text: Hire, in_place_by: 2026-12-31, factors: [F2]}
"""
INDICATOR = "kind: indicators\nindicators: [{id: PI, title: t, polarity: higher, frequency: monthly}]\n"


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("", "draft"),
        ("reported_to: M1\n", "reported"),
        ("management_comments: [{level: CMT, text: Yes, on: 2026-09-01, meeting: M1}]\n", "reported"),
        ("progress: [{on: 2026-11-01, comment: Going}]\n", "in-progress"),
        ("progress: [{on: 2026-12-01, comment: Not yet}]\n", "draft"),
        ("referrals: [{to: C, on: 2026-10-01, reason: r}]\n", "referred"),
        ("referrals: [{to: C, on: 2026-10-01, reason: r, decision: D}]\n", "decided"),
        ("progress: [{on: 2026-11-01, comment: Done, completion: yes}]\n", "complete"),
    ],
)
def test_a_plans_state_follows_from_its_content(assessed: Build, more: str, key: str) -> None:
    found = assessed({"p.yaml": PIP + more}).pips["PIP-1"]
    assert (found.state.key, found.open) == (key, key != "complete")


def test_progress_is_due_at_the_indicators_own_interval(assessed: Build) -> None:
    alone = assessed({"p.yaml": PIP}).pips["PIP-1"]
    assert (alone.interval, alone.progress_due, alone.progress_overdue) == (3, date(2026, 11, 20), True)
    monthly = assessed({"p.yaml": PIP + "progress: [{on: 2026-10-31, comment: x}]\n", "i.yaml": INDICATOR}).pips[
        "PIP-1"
    ]
    assert (monthly.interval, monthly.progress_due, monthly.progress_overdue) == (1, date(2026, 11, 30), False)
    done = assessed({"p.yaml": PIP + "progress: [{on: 2026-01-01, comment: x, completion: yes}]\n"}).pips["PIP-1"]
    assert (done.progress_due, done.progress_overdue) == (None, False)


def test_a_factor_nobody_takes_up_is_told(assessed: Build) -> None:
    (found,) = assessed({"p.yaml": PIP}).pips_of("PI")
    assert [factor.id for factor in found.unaddressed] == ["F1"]
    shared = "kind: pip\nid: PIP-2\nindicator: PI2\nauthor: H\nopened: 2026-08-20\nshared_factors: [F1]\n"
    other = assessed({"p.yaml": PIP, "q.yaml": shared}).pips["PIP-2"]
    assert [factor.id for factor in other.unaddressed] == ["F1"]


def test_of_several_options_only_the_chosen_count(assessed: Build) -> None:
    options = """\
solutions:
  - {id: S1, text: a, in_place_by: 2026-12-31}
  - {id: S2, text: b, in_place_by: 2026-12-31, option_group: staff, chosen: yes}
  - {id: S3, text: c, in_place_by: 2026-12-31, option_group: staff, chosen: no}
  - {id: S4, text: d, in_place_by: 2026-12-31, option_group: staff}
"""
    found = assessed({"p.yaml": PIP[: PIP.index("solutions:")] + options})
    pip = found.workspace.subjects["PIP-1"].record
    assert [solution.id for solution in chosen(pip.solutions)] == ["S1", "S2"]


THREAD = """
kind: community-plan
id: COM
title: Community
period: 2026-27
aims: [{id: AIM, title: No homelessness}]
"""


def thread(assessed: Build, **plans: str) -> Assessment:
    return assessed({"com.yaml": THREAD, **{f"{name}.yaml": text for name, text in plans.items()}})


def objectives(kind: str, *items: str) -> str:
    own = {"corporate-plan": "title: t", "service-plan": "service: S", "team-plan": "team: T"}[kind]
    return f"kind: {kind}\nid: {kind}-1\n{own}\nperiod: 2026-27\nobjectives: [{', '.join(items)}]\n"


def test_the_thread_is_followed_up_and_down(assessed: Build) -> None:
    found = thread(
        assessed,
        corp=objectives("corporate-plan", "{id: C1, title: c, links: [AIM]}"),
        serv=objectives("service-plan", "{id: S1, title: s, links: [{to: C1, type: direct}]}"),
        team=objectives("team-plan", "{id: T1, title: t, links: [S1]}"),
    )
    subjects, links = found.workspace.subjects, found.thread
    assert [one.id for one in links.above(subjects["T1"])] == ["S1", "C1", "AIM"]
    assert [one.id for one in links.below(subjects["AIM"])] == ["C1", "S1", "T1"]
    assert [links.layer(subjects[id_]) for id_ in ("AIM", "C1", "S1", "T1")] == [
        "community",
        "corporate",
        "service",
        "team",
    ]
    assert links.layer(subjects["COM"]) == "community"
    assert links.circles == ()


@pytest.mark.parametrize(
    ("objective", "satisfied"),
    [
        ("{id: S1, title: s, links: [C1]}", True),
        ("{id: S1, title: s, links: [AIM]}", True),
        ("{id: S1, title: s, links: [S2]}", False),
        ("{id: S1, title: s, links: [{to: S2, type: supports}]}", True),
        ("{id: S1, title: s, statutory_driver: An Act}", True),
        ("{id: S1, title: s, links: [NOWHERE]}", False),
        ("{id: S1, title: s}", False),
    ],
)
def test_an_objective_reaches_the_corporate_layer_or_need_not(assessed: Build, objective: str, satisfied: bool) -> None:
    found = thread(
        assessed,
        corp=objectives("corporate-plan", "{id: C1, title: c}"),
        serv=objectives("service-plan", objective, "{id: S2, title: s2}"),
    )
    assert found.thread.satisfied(found.workspace.subjects["S1"]) is satisfied


def test_circles_are_found_once(assessed: Build) -> None:
    found = thread(
        assessed,
        serv=objectives(
            "service-plan",
            "{id: A, title: a, links: [B]}",
            "{id: B, title: b, links: [C]}",
            "{id: C, title: c, links: [A]}",
            "{id: D, title: d, links: [D, A]}",
        ),
    )
    assert [[one.id for one in circle] for circle in found.thread.circles] == [["A", "B", "C"], ["D"]]
    assert [one.id for one in found.thread.above(found.workspace.subjects["A"])] == ["B", "C"]
    ends = {one: found.thread.end(found.workspace.subjects[one]).id for one in "ABCD"}
    assert ends == {"A": "C", "B": "C", "C": "C", "D": "D"}
    assert found.thread.reaching([found.workspace.subjects["B"]]) == {"A", "B", "C", "D"}


def test_scores_are_decimal(assessed: Build) -> None:
    score = risk(assessed, "current: {likelihood: low, impact: low}").risks["R"].score
    assert isinstance(score, Decimal)


def test_open_milestones_of_work_that_is_over_ask_for_nothing(assessed: Build) -> None:
    steps = "milestones: [{title: a, due: 2026-06-30}, {title: b, due: 2026-06-30, done: 2026-06-30}]"
    for over, key in (
        ("status: cancelled, reason: No money", "cancelled"),
        ("retired: Merged", "superseded"),
        ("done: 2026-06-30", "superseded"),
    ):
        whole, first, second = work(assessed, f"due: 2026-12-31, {over}, {steps}")
        assert (first.state.key, first.reason) == (key, f"its action is {whole.state.word.lower()}")
        assert second.state.key == "complete"


def test_a_date_counts_from_the_day_it_was_agreed(assessed: Build) -> None:
    plan = PLAN + "  - {id: A, title: t, due: 2026-06-30, revised: [{to: 2026-12-31, on: 2026-09-01}]}\n"
    assert assessed({"p.yaml": plan}, date(2026, 7, 20)).work[0].state.key == "overdue"
    assert assessed({"p.yaml": plan}).work[0].state.key == "not-due"


def test_cancelled_milestones_set_no_date(assessed: Build) -> None:
    steps = "milestones: [{title: a, due: 2027-06-30}, {title: b, due: 2026-06-30, status: cancelled}]"
    assert str(work(assessed, steps)[0].due) == "2027-06-30"


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ("retired: Gone", "retired"),
        ("retired: {reason: Gone, on: 2026-11-21}", "retired"),
        ("retired: {reason: Gone, on: 2026-11-22}", "not-scored"),
        ("merged_into: R2", "retired"),
    ],
)
def test_an_ended_risk_is_no_longer_rated(assessed: Build, fields: str, key: str) -> None:
    found = risk(assessed, fields).risks["R"]
    assert found.state.key == key
    assert found.review_overdue is (key != "retired")


def test_a_review_asked_for_is_done_by_reviewing(assessed: Build) -> None:
    fields = "current: {likelihood: low, impact: low}, review_by: 2026-11-01, reviewed: 2026-11-20"
    assert risk(assessed, fields).risks["R"].review_due == date(2027, 11, 21)


def test_a_risk_in_no_band_is_reviewed_quarterly_and_says_so(assessed: Build) -> None:
    settings = "risks: {bands: [{name: high, from: 6, colour: red}]}\n"
    found = risk(assessed, "current: {likelihood: low, impact: low}, reviewed: 2026-11-01", settings=settings).risks[
        "R"
    ]
    assert found.reason == "its score of 1 is in none of the bands in the settings"
    assert (found.review_due, found.review_overdue) == (date(2027, 2, 1), False)


@pytest.mark.parametrize(
    ("reviewed", "as_at", "score", "movement"),
    [
        ("2026-11-01", date(2026, 11, 1), "2", "down"),
        ("2026-11-01", date(2026, 10, 31), "9", "up"),
        ("2026-11-01", date(2026, 5, 31), "4", "new"),
        ("2026-11-01", date(2025, 12, 31), "2", "new"),
        ("", date(2026, 6, 30), "2", "down"),
        ("", date(2026, 5, 31), "4", "new"),
    ],
)
def test_at_an_earlier_date_a_risk_has_the_score_it_had_then(
    assessed: Build, reviewed: str, as_at: date, score: str, movement: str
) -> None:
    history = "[{likelihood: high, impact: high, on: 2026-06-01}, {likelihood: medium, impact: medium, on: 2026-01-01}]"
    fields = f"current: {{likelihood: low, impact: medium}}, history: {history}"
    fields += f", reviewed: {reviewed}" if reviewed else ""
    found = risk(assessed, fields, as_at=as_at)
    rating = found.risks["R"]
    assert (str(rating.score), rating.movement) == (score, movement)
    said = {line.label: line for line in explain_risk(found, rating).lines}
    assert said["score"].text.startswith(f"{score}: likelihood ")
    if score in "94":
        assert said["score"].spot
        assert said["score"].spot.route[-2:] == ("history", 0 if score == "9" else 1)
    assert ("movement" in said) is (movement != "new")


def test_at_an_earlier_date_the_next_review_follows_the_one_before(assessed: Build) -> None:
    fields = (
        "current: {likelihood: low, impact: low}, reviewed: 2026-11-01, "
        "history: [{likelihood: high, impact: high, on: 2026-06-01}]"
    )
    found = risk(assessed, fields, as_at=date(2026, 8, 31)).risks["R"]
    assert (found.review_due, found.review_overdue) == (date(2026, 7, 2), True)


def test_risk_history_is_read_by_its_dates(assessed: Build) -> None:
    history = "[{likelihood: high, impact: high, on: 2026-06-01}, {likelihood: medium, impact: medium, on: 2026-01-01}]"
    found = risk(assessed, f"current: {{likelihood: medium, impact: medium}}, history: {history}").risks["R"]
    assert found.movement == "down"


@pytest.mark.parametrize(
    ("more", "indicator", "key"),
    [
        ("accepted: CAB-1\n", "", "accepted"),
        ("retired: Merged\n", "", "retired"),
        ("", ", retired: No longer measured", "retired"),
        ("referrals: [{to: C, on: 2026-12-05, reason: r}]\n", "", "draft"),
    ],
)
def test_a_plan_may_end_otherwise_than_complete(assessed: Build, more: str, indicator: str, key: str) -> None:
    files = {"p.yaml": PIP + more, "i.yaml": INDICATOR.replace(", frequency: monthly", indicator)}
    found = assessed(files).pips["PIP-1"]
    assert (found.state.key, found.open, found.progress_due is None) == (key, key == "draft", key != "draft")
