"""Councils of any size, the same each time: every item has text, an owner, dates and a link to another file."""

from datetime import date, timedelta
from pathlib import Path

FIRST = date(2026, 4, 1)
WORDS = (
    "Agree the lettings scheme with landlords", "Survey the play areas of the northern wards",
    "Publish the list of empty homes", "Train front desk staff in the new system",
    "Replace the street lamps on through roads", "Consult tenants on the repairs standard",
    "Move the archive to its new store", "Set up a monthly benefits surgery",
)  # fmt: skip


def write_council(root: Path, plans: int, items: int) -> None:
    """Write a council of so many service plans, with so many items spread evenly over them."""
    (root / "services").mkdir()
    _write(root / "planwright.yaml", "kind: settings\nname: Wexcombe District Council\n")
    _write(root / "organisation.yaml", _organisation(plans))
    _write(root / "corporate-plan.yaml", _corporate_plan())
    _write(root / "indicators.yaml", _indicators())
    for number in range(plans):
        _write(root / "services" / f"s{number:03d}.yaml", _service_plan(number, plans, items // plans))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _organisation(plans: int) -> str:
    services = "".join(f"  - id: S{n:03d}\n    title: Service {n}\n    head: HEAD-{n:03d}\n" for n in range(plans))
    posts = "".join(
        f"  - id: HEAD-{n:03d}\n    title: Head of Service {n}\n    service: S{n:03d}\n" for n in range(plans)
    )
    return f"kind: organisation\nservices:\n{services}posts:\n{posts}"


def _corporate_plan() -> str:
    objectives = "".join(
        f"  - id: CORP-{n}\n    title: Corporate objective {n}\n    measured_by:\n      - PI-{n}\n"
        for n in range(1, 11)
    )
    return (
        f"kind: corporate-plan\nid: CORP\ntitle: Corporate plan\nperiod: 2026-27 to 2028-29\nobjectives:\n{objectives}"
    )


def _indicators() -> str:
    rest = "    polarity: none\n    owner: HEAD-000\n    frequency: annual\n    since: 2027-28\n"
    indicators = "".join(f"  - id: PI-{n}\n    title: Indicator {n}\n{rest}" for n in range(1, 11))
    return f"kind: indicators\nindicators:\n{indicators}"


def _service_plan(number: int, plans: int, items: int) -> str:
    """Return a plan whose items are owned by a post of another file and serve an objective of another plan."""
    lines = [
        "kind: service-plan", f"id: P{number:03d}", f"service: S{number:03d}", "period: 2026-27 to 2028-29",
        "objectives:", f"  - id: P{number:03d}-O1", f"    title: What service {number} is to achieve", "    links:",
        f"      - to: CORP-{number % 10 + 1}", "        type: direct", "    measured_by:",
        f"      - PI-{number % 10 + 1}", "actions:",
    ]  # fmt: skip
    for item in range(items):
        start = FIRST + timedelta(days=(number * 7 + item * 3) % 300)
        lines += [
            f"  - id: P{number:03d}-A{item:03d}",
            f"    title: {WORDS[(number + item) % len(WORDS)]}",
            f"    objective: P{(number + item + 1) % plans:03d}-O1",
            f"    lead: HEAD-{number:03d}",
            f"    start: {start}",
            f"    due: {start + timedelta(days=400)}",
            "    outcomes:",
            f"      - Residents of ward {item % 23} see the difference by the end of the year",
        ]
    return "\n".join(lines) + "\n"
