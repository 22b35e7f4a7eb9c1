from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

from planwright.charts import Chart, Count, Point, Square, bars, heat_map, sparkline, trend
from planwright.page import Facts, Page, Status
from planwright.rendering import render

FACTS = Facts("Wexcombe District Council", date(2026, 11, 21), "1a2b3c4", "public", "0.1.0")
KITCHEN_SINK = """# Performance report for {{ service }}
{page subtitle="Quarter 2, {{ year }}"}
{contents}
## Summary {-}
Of **{{ n }}** indicators, *most* are on target; see `HSG-PI-01`.{{ "Rated ones only." | footnote }}
And [the plan](service-plan-HOUSING.html).{{ "Rated ones only." | footnote }}
## Exceptions
{{ prose | prose }}
{table caption="Exceptions in {{ year }}" wide row-headers}
| Indicator | Result | State | Trend | Comment |
|---|---:|:-:|---|---|
{% for row in rows %}

    | {{ row.title }} | {{ row.result }} | {{ row.status }} | {{ row.spark }} | {{ row.comment | prose }} |
{% endfor %}
### Households
{{ trend | figure("Households housed, quarterly") }}
| | |
|---|---|
| Lead | {{ lead }} |
| Rated | {{ status("amber", "Amber") }} |
{{ bars }}
{notice warning title="Late: {{ service }}"}
Two results are late.
{/notice}
> Nobody rings back.

1. Agree
2. Note
   - the owner
```
planwright why HSG-PI-01
```
## Risks
{{ heat | figure("Risks") }}
"""


def points(*values: str, target: str = "95") -> list[Point]:
    """Values by quarter; an empty text is a missing one, a trailing p makes it provisional."""
    return [
        Point(
            f"Q{index}",
            Decimal(value.rstrip("p")) if value else None,
            Decimal(target) if target else None,
            value[-1:] == "p",
        )
        for index, value in enumerate(values, 1)
    ]


def heat() -> Chart:
    low, medium, high = Square("green", "Low", 7, 1), Square("amber", "Medium", 2, 2), Square("red", "High", 1, 3)
    return heat_map(["High", "Low"], ["Low", "High"], [[medium, high], [low, medium]])


def kitchen_view() -> dict[str, object]:
    spark = sparkline(points("96", "", "88.5p"), "%")
    row = {"title": "Homes | flats", "result": Decimal("1250.50"), "status": Status("red", "Red"), "spark": spark}
    return {
        "service": "Housing & homes",
        "year": "2026-27",
        "n": 50,
        "lead": "HOUSING-MANAGER",
        "prose": "# Cause\n\nTwo **large** families.\n\n- one\n- two\n\n> quoted\n\n```\ncode\n```\n",
        "rows": [row | {"comment": "A *b*\n\n1. c\n2. d"}, row | {"title": "Streets", "comment": None}],
        "trend": trend(points("96", "", "88.5p"), "%"),
        "bars": bars([Count("green", "Green", 31), Count("late", "Late", 0)]),
        "heat": heat(),
    }


def kitchen_sink() -> Page:
    return render("sink", kitchen_view(), {"sink.md.j2": KITCHEN_SINK}, FACTS)


def paper(template: str, **view: object) -> Page:
    """The page of a template given as text, under a title of its own."""
    return render("paper", view, {"paper.md.j2": f"# Paper\n{template}"}, FACTS)


class Reading(HTMLParser):
    """What a reader of HTML finds: every tag with its attributes, and the text of chosen elements."""

    def __init__(self, page: str, wanted: str = "") -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.everything = ""
        self._wanted, self._depth, self._silent = wanted, 0, False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._silent = tag == "style"
        if tag == self._wanted:
            self._depth += 1
            self.texts.append("")
        if tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        if tag == self._wanted:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.everything += data
            if self._depth:
                self.texts[-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]
