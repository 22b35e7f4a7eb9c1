from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwright.diagnostic import PlanwrightError
from planwright.document import parse
from planwright.kinds.service_plan import ServicePlan
from planwright.linking import link
from planwright.workspace import Spot, Workspace

Build = Callable[[Mapping[str, str]], Workspace]

ORGANISATION = """
    kind: organisation
    services:
      - id: HOUSING
        title: Housing
    posts:
      - id: HEAD
        title: Head of Housing
"""
PLAN = """
    kind: service-plan
    id: HSG
    service: HOUSING
    period: 2026-27

    objectives:
      - id: HSG-O1
        title: A home within 21 days
        links: [CORP-1]
    actions:
      - id: HSG-A1
        title: Landlord scheme
        objective: HSG-O1
        lead: HEAD
        due: 2026-12-31
"""


def codes(workspace: Workspace) -> list[tuple[str, str, int, int]]:
    return [(found.code, found.place.file, found.place.line, found.place.column) for found in workspace.problems]


def test_items_are_found_by_id_with_what_they_stand_in(workspace: Build) -> None:
    found = workspace({"organisation.yaml": ORGANISATION, "services/housing.yaml": PLAN})
    assert found.problems == ()
    action = found.subjects["HSG-A1"]
    assert (action.thing, action.title, action.root.id) == ("action", "Landlord scheme", "HSG")
    assert found.place(action.spot.at("due")).line == 15
    assert [subject.id for subject in found.of("objective", "post")] == ["HSG-O1", "HEAD"]
    assert found.of("pip") == ()


def test_references_are_resolved_both_ways(workspace: Build) -> None:
    found = workspace({"organisation.yaml": ORGANISATION, "services/housing.yaml": PLAN})
    assert [reference.field for reference in found.inbound["HSG-O1"]] == ["objective"]
    assert [reference.target for reference in found.outbound["HSG-A1"]] == ["HSG-O1", "HEAD"]
    (lead,) = found.inbound["HEAD"]
    assert lead.source is found.subjects["HSG-A1"]
    assert lead.things == {"post"}
    assert not found.knows("CORP-1")


def test_a_broken_file_hides_neither_the_others_nor_its_own_ids(workspace: Build) -> None:
    broken = """
        kind: corporate-plan
        id: CORP
        objectives:
          - id: CORP-1
            title: Homes
    """
    found = workspace({"plans/corporate.yaml": broken, "services/housing.yaml": PLAN})
    assert {code for code, *_ in codes(found)} == {"PW032"}
    assert "HSG-O1" in found.subjects
    assert found.get("CORP-1") is None
    assert found.knows("CORP-1")
    assert found.broken == {"CORP", "CORP-1"}


def test_one_bad_field_costs_only_itself(workspace: Build) -> None:
    found = workspace({"services/housing.yaml": PLAN.replace("2026-12-31", "31/12/2026")})
    assert codes(found) == [("PW034", "services/housing.yaml", 15, 10)]
    assert found.subjects["HSG-A1"].record.due is None


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("kind: servce-plan\nid: X\n", "servce-plan is not a kind", "did you mean service-plan?"),
        ("kind: zzzz\n", "zzzz is not a kind", "the kinds are community-plan"),
        ("id: X\n", "does not say what kind", "begin it with kind:"),
    ],
)
def test_a_file_of_no_kind_is_said_so_once(workspace: Build, text: str, message: str, advice: str) -> None:
    (problem,) = workspace({"a.yaml": text}).problems
    assert problem.code == "PW030"
    assert message in problem.message
    assert advice in problem.help


def test_settings_without_a_kind_are_offered_their_own(workspace: Build) -> None:
    (problem,) = workspace({"planwright.yaml": "name: Wexcombe District Council\n"}).problems
    assert problem.help == "begin it with kind: settings"


def test_an_id_is_used_once_whatever_its_case(workspace: Build) -> None:
    found = workspace({"services/a.yaml": PLAN, "services/b.yaml": PLAN.replace("HSG", "Hsg")})
    assert found.subjects["HSG"].spot.file == "services/a.yaml"
    assert [(first.id, other.id) for first, other in found.duplicates] == [
        ("HSG", "Hsg"),
        ("HSG-O1", "Hsg-O1"),
        ("HSG-A1", "Hsg-A1"),
    ]


def test_settings_stand_at_the_root_only(workspace: Build) -> None:
    found = workspace({"elsewhere/planwright.yaml": "kind: settings\nname: Other\n"})
    assert found.settings.name == "Wexcombe District Council"
    assert codes(found) == [("PW044", "elsewhere/planwright.yaml", 1, 7)]


def test_broken_settings_leave_the_defaults_in_force(workspace: Build) -> None:
    found = workspace({"planwright.yaml": "kind: settings\n"})
    assert {code for code, *_ in codes(found)} == {"PW032"}
    assert found.settings.year_start == "April"


def test_settings_without_a_name_still_count(workspace: Build) -> None:
    found = workspace({"planwright.yaml": "kind: settings\nyear_start: January\nrating: {tolerance: ten}\n"})
    assert {code for code, *_ in codes(found)} == {"PW032", "PW041"}
    assert found.settings.year_start == "January"
    assert found.unread == ()


def test_an_id_that_clashes_only_by_case_is_known(workspace: Build) -> None:
    found = workspace(
        {"a.yaml": PLAN.replace("HSG-O1\n", "hsg-o1\n"), "b.yaml": ORGANISATION.replace("HEAD", "HSG-O1")}
    )
    assert found.knows("HSG-O1")
    assert found.knows("hsg-o1")
    assert not found.knows("Hsg-O1")


def test_files_that_cannot_be_opened_are_findings() -> None:
    found = link([], {"plan.yaml": "it is protected"})
    (problem,) = found.problems
    assert (problem.code, problem.place.file) == ("PW043", "plan.yaml")
    assert "ignore:" in problem.help
    assert "it is protected" in problem.message
    assert found.place(Spot("plan.yaml", ("id",))).line == 1


def test_an_unknown_id_is_refused_with_the_nearest(workspace: Build) -> None:
    found = workspace({"organisation.yaml": ORGANISATION, "services/housing.yaml": PLAN})
    assert found.find("HEAD", "post").title == "Head of Housing"
    for id_, things, words in (
        ("HSG-O2", (), "did you mean HSG-O1?"),
        ("HEAD", ("service",), "HEAD is a post, not a service"),
        ("qqqqqq", ("post",), "nothing is called like it"),
    ):
        with pytest.raises(PlanwrightError, match=words.replace("?", r"\?")):
            found.find(id_, *things)


def test_documents_are_found_by_kind_wherever_they_lie(workspace: Build) -> None:
    found = workspace({"deep/down/anything.yml": PLAN})
    ((loaded, plan),) = found.plans(ServicePlan)
    assert plan.id == "HSG"
    assert loaded.document.file == "deep/down/anything.yml"
    assert found.record("deep/down/anything.yml") is plan
    assert found.record("nowhere.yaml") is None


@given(st.permutations([("planwright.yaml", "kind: settings\nname: W\n"), ("b.yaml", PLAN), ("a.yaml", ORGANISATION)]))
def test_the_order_of_files_changes_nothing(files: list[tuple[str, str]]) -> None:
    found = link(parse(name, text.encode()) for name, text in files)
    assert [one.document.file for one in found.loaded] == ["a.yaml", "b.yaml", "planwright.yaml"]
    assert list(found.subjects) == ["HOUSING", "HEAD", "HSG", "HSG-O1", "HSG-A1"]


def test_what_the_settings_say_holds_no_plans_is_left_alone(workspace: Build) -> None:
    files = {
        "planwright.yaml": "kind: settings\nname: W\nignore: [deploy/, mkdocs.yml, planwright.yaml]\n",
        "deploy/compose.yaml": "services: {web: {}}\n",
        "deployment.yaml": "services: {web: {}}\n",
        "mkdocs.yml": "site_name: Ours\n",
    }
    found = workspace(files)
    assert codes(found) == [("PW030", "deployment.yaml", 1, 1)]
    assert found.settings.name == "W"
    assert {one.document.file for one in found.loaded} == {"planwright.yaml", "deployment.yaml"}


def test_ids_in_a_file_that_cannot_be_parsed_are_known_by_name(workspace: Build) -> None:
    broken = ORGANISATION.replace("title: Housing", 'title: "Housing')
    found = workspace({"organisation.yaml": broken, "services/housing.yaml": PLAN})
    assert found.broken >= {"HOUSING", "HEAD"}
    assert found.unread == ("organisation.yaml",)
    assert found.lost == ()
    assert found.knows("HEAD")
    assert not found.knows("CORP-1")
    with pytest.raises(PlanwrightError, match="HEAD stands in the plans but could not be read"):
        found.find("HEAD")


def test_links_that_may_lead_into_a_lost_file_are_told_once(workspace: Build) -> None:
    found = workspace({"organisation.yaml": "", "services/housing.yaml": PLAN})
    assert found.lost == ("organisation.yaml",)
    assert found.knows("HEAD")
    (told,) = (problem for problem in found.problems if problem.code == "PW049")
    assert told.place.file == "organisation.yaml"
    assert told.message.startswith("3 links lead to ids that stand in no file")


def test_a_file_that_cannot_be_opened_is_lost() -> None:
    plan = parse("plan.yaml", b"kind: service-plan\nid: HSG\nservice: HOUSING\nperiod: 2026-27\n")
    found = link([plan], {"organisation.yaml": "it is protected"})
    assert (found.unread, found.lost) == (("organisation.yaml",), ("organisation.yaml",))
    assert [problem.code for problem in found.problems] == ["PW043", "PW049"]
    assert "1 link leads" in found.problems[1].message


def test_beside_an_unread_file_the_nearest_id_is_still_named(workspace: Build) -> None:
    found = workspace({"organisation.yaml": ORGANISATION, "services/housing.yaml": PLAN, "empty.yaml": ""})
    with pytest.raises(PlanwrightError, match=r"did you mean HSG-O1\? it may stand in empty\.yaml"):
        found.find("HSG-O2")
