"""Who documents are made for: readers whom the settings name, or whatever parts and layouts were asked for."""

import re
from dataclasses import dataclass

from planwright.diagnostic import PlanwrightError
from planwright.kinds.settings import Settings
from planwright.nearest import did_you_mean
from planwright.reports import UNCUT, Cut, cuts, names
from planwright.visible import one_line

_FOR_FILES = re.compile(r"[^\w-]+")
_WHOLE = "council"
_REPORT_ABOUT = "performance-report"


@dataclass(frozen=True, slots=True)
class Readers:
    """What some readers are given: how documents are cut for them and, where the settings name them, which and in what.

    `reports` is empty for all; `about` says what their performance reports are about, empty for everything.
    """

    cut: Cut = UNCUT
    name: str = ""
    edition: str = ""
    reports: tuple[str, ...] = ()
    about: str = ""

    @property
    def sign(self) -> str:
        """What file names say of them; empty where they are not named."""
        return f"for-{_FOR_FILES.sub('_', self.name)}" if self.name else ""

    def given(self) -> tuple[str, ...]:
        """Return the names of the reports they are given, as the settings list them, else all."""
        return self.reports or names()

    def holders(self, report: str) -> str:
        """Return what a report is about for them: `portfolio`, `council`; empty where that is not said."""
        return self.about if report == _REPORT_ABOUT else ""

    def whole(self, report: str) -> bool:
        """Whether they are given a report on the whole council."""
        return self.holders(report) in {"", _WHOLE}

    def cut_of(self, report: str) -> Cut:
        """Return how one report is cut for them: as far as it can be."""
        offered = cuts(report)
        return Cut(
            self.cut.part if self.cut.part in offered.parts else "",
            self.cut.layout if self.cut.layout in offered.layouts else "",
            by_exception=self.cut.by_exception and offered.by_exception,
        )

    def all_cuts(self, report: str) -> tuple[Cut, ...]:
        """Return the cuts of a report that make up a whole set for them: the whole and each part, or their own part."""
        own = self.cut_of(report)
        parts = () if self.name else cuts(report).parts
        return (own, *(Cut(part, own.layout, by_exception=own.by_exception) for part in parts))


EVERYBODY = Readers()


def readers(settings: Settings, audience: str, part: str, layout: str) -> Readers:
    """Return the readers whom the settings know by a name (empty: nobody), with the part and layout asked for.

    Raises PlanwrightError for a name that is none, for a report of theirs that is none, and for a part that is not the
    one they read.
    """
    if not audience:
        return Readers(Cut(part, layout))
    known = settings.audiences
    if audience not in known:
        hint = did_you_mean(audience, known) or f"there are {', '.join(known) or 'none'}"
        raise PlanwrightError(f"there is no audience '{one_line(audience, 60)}' in the settings; {hint}")
    found = known[audience]
    for report in found.reports:
        if report not in names():
            hint = did_you_mean(report, names()) or f"there are {', '.join(names())}"
            raise PlanwrightError(
                f"the settings give the audience '{audience}' a report '{one_line(report, 60)}', which is none; {hint}"
            )
    if part and found.part and part != found.part:
        raise PlanwrightError(f"the audience '{audience}' reads part {found.part}; leave out --part, or --audience")
    cut = Cut(part or found.part or "", layout, by_exception=found.by_exception)
    return Readers(cut, audience, found.edition, tuple(found.reports), found.about or "")


def refuse_cut(report: str, asked: Readers) -> None:
    """Raise PlanwrightError where a report has no such part or layout, or is not given to the readers."""
    offered = cuts(report)
    if not asked.name:
        _refuse_choice(report, "part", asked.cut.part, offered.parts)
    _refuse_choice(report, "layout", asked.cut.layout, offered.layouts)
    if asked.cut.part and asked.cut.layout and offered.parts:
        raise PlanwrightError(f"part {asked.cut.part} has an order of its own; leave out --layout, or read the whole")
    if report not in asked.given():
        raise PlanwrightError(
            f"the settings do not give {report} to the audience '{asked.name}'; they give {', '.join(asked.given())}"
        )


def _refuse_choice(report: str, option: str, asked: str, offered: tuple[str, ...]) -> None:
    if not asked or asked in offered:
        return
    if offered:
        hint = did_you_mean(asked, offered) or f"there are {', '.join(offered)}"
        raise PlanwrightError(f"{report} has no {option} '{one_line(asked, 60)}'; {hint}")
    able = [name for name in names() if getattr(cuts(name), f"{option}s")]
    raise PlanwrightError(f"{report} has no {option}s; leave out --{option}, which is for {' and '.join(able)}")
