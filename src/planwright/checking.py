"""Runs the rules over an assessment, weighs and suppresses what they find, and sorts it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from planwright import rules
from planwright.assessment import Assessment
from planwright.diagnostic import Diagnostic, Related, Severity
from planwright.document import SETTINGS_FILE, Document, Route, Suppression
from planwright.rules.rule import Finding, Rule
from planwright.visible import one_line
from planwright.workspace import Spot, Workspace

WITHOUT_REASON, UNNEEDED, UNKNOWN = "PW045", "PW046", "PW047"
_PRIVATE_UP_TO = _WITHOUT_SETTINGS_UP_TO = "PW200"


def check(assessment: Assessment, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """Return all findings on a workspace at a date, sorted.

    `select` and `ignore` take codes, beginnings of codes (PW3) and names of rules; without `select` it is all of them.
    Raises PlanwrightError when one of these means no rule.
    """
    wanted = (rules.named(select) or frozenset(rules.codes())) - rules.named(ignore)
    needed = frozenset(rules.codes()) if UNNEEDED in wanted else wanted  # what keeps nothing out, only all can tell
    run = _Run(assessment.workspace, rules.load(), needed, _severities(assessment.workspace))
    kept = [*run.unsuppressed(assessment), *run.about_comments(), *run.about_settings()]
    return tuple(sorted((one for one in kept if one.code in wanted), key=lambda found: found.order))


def _severities(workspace: Workspace) -> dict[str, Severity | None]:
    """Return what findings of a rule weigh by the settings, None where the rule is off."""
    stated = workspace.settings.severities.items()
    coded = ((rules.code_of(name), word) for name, word in stated)
    return {code: None if word == "off" else Severity(word) for code, word in coded if code}


@dataclass
class _Run:
    """One run of the checks: of all rules, those that are `needed`.

    `used` collects the file, code and route of the suppressions that kept a finding out; `lines` remembers which routes
    of a file cover each of its lines, for findings of reading, which know no route.
    """

    workspace: Workspace
    rules: Mapping[str, Rule]
    needed: frozenset[str]
    severities: dict[str, Severity | None]
    used: set[tuple[str, str, Route]] = field(default_factory=set)
    lines: dict[str, dict[int, set[Route]]] = field(default_factory=dict)

    def unsuppressed(self, assessment: Assessment) -> Iterator[Diagnostic]:
        """Yield the findings of reading and of the rules that no comment suppresses."""
        read = ((problem, None) for problem in self.workspace.problems)
        for found, spot in chain(read, self._found(assessment)):
            weighed = self._weighed(found)
            if weighed and not self._suppressed(weighed, spot):
                yield weighed

    def _found(self, assessment: Assessment) -> Iterator[tuple[Diagnostic, Spot]]:
        # How a person is doing is nobody else's business: private plans are only checked for what reads and links, and
        # for whether they hold what other plans ask of the post.
        private = self.workspace.confidential
        blind = SETTINGS_FILE in self.workspace.unread  # without the council's own rules only reading and links hold
        for code, rule in self.rules.items():
            if blind and code >= _WITHOUT_SETTINGS_UP_TO:
                break
            if rule.check and code in self.needed and self.severities.get(code, rule.severity):
                for finding in rule.check(assessment):
                    if rule.private or code < _PRIVATE_UP_TO or finding.spot.file not in private:
                        yield self._diagnostic(rule, finding), finding.spot

    def _diagnostic(self, rule: Rule, finding: Finding) -> Diagnostic:
        place = self.workspace.place
        related = tuple(Related(place(spot), message) for spot, message in finding.related)
        return Diagnostic(
            rule.code, rule.severity, place(finding.spot), finding.message, finding.help, finding.subject, related
        )

    def _weighed(self, found: Diagnostic) -> Diagnostic | None:
        """Return a finding with the severity the settings give it; None when they turn its rule off."""
        severity = self.severities.get(found.code, found.severity)
        return replace(found, severity=severity) if severity else None

    def _suppressed(self, found: Diagnostic, spot: Spot | None) -> bool:
        file = found.place.file
        stated = self._stated.get((file, found.code))
        if not stated:
            return False
        if spot:
            steps = spot.route
            covering = {steps[:length] for length in range(len(steps) + 1)} & stated
        else:
            if file not in self.lines:
                self.lines[file] = _covered(self.workspace.documents[file])
            covering = stated & self.lines[file].get(found.place.line, set())
        self.used.update((file, found.code, route) for route in covering)
        return bool(covering)

    @cached_property
    def _stated(self) -> Mapping[tuple[str, str], set[Route]]:
        """The routes on which comments with a reason suppress a rule, by file and code."""
        stated: dict[tuple[str, str], set[Route]] = {}
        for file, document in self.workspace.documents.items():
            for suppression in document.suppressions:
                for code in map(rules.code_of, suppression.codes if suppression.reason else ()):
                    stated.setdefault((file, code or ""), set()).add(suppression.route)
        return stated

    def about_comments(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with suppressing comments: no reason, no such rule, nothing to suppress."""
        for document in self.workspace.documents.values():
            for suppression in document.suppressions:
                yield from self._about(document, suppression)

    def _about(self, document: Document, suppression: Suppression) -> Iterator[Diagnostic]:
        def about(code: str, message: str, help_: str) -> Iterator[Diagnostic]:
            found = self._weighed(Diagnostic(code, self.rules[code].severity, suppression.place, message, help_))
            if found:
                yield found

        if not suppression.codes:
            yield from about(
                UNKNOWN, "the comment names no rule to ignore", "write # planwright: ignore[PW301] and the reason"
            )
        elif not suppression.reason:
            message = "the comment gives no reason, so it ignores nothing"
            yield from about(WITHOUT_REASON, message, "write the reason after the closing bracket")
        for word in suppression.codes:
            code = rules.code_of(word)
            if code is None:
                message = f"there is no rule {one_line(word, 60)}{rules.suggested(word)}"
                yield from about(UNKNOWN, message, "planwright explain lists the rules")
            elif suppression.reason and document.value is not None and self._needless(document.file, code, suppression):
                message = f"{code} ({rules.codes()[code]}) finds nothing here, so the comment is not needed"
                yield from about(UNNEEDED, message, "delete the comment, or move it to the item it is about")

    def _needless(self, file: str, code: str, suppression: Suppression) -> bool:
        """Whether a comment kept nothing out, though its rule is on: who turned that off may turn it on again."""
        on = self.severities.get(code, self.rules[code].severity)
        return on is not None and (file, code, suppression.route) not in self.used

    def about_settings(self) -> Iterator[Diagnostic]:
        """Yield the names in the settings' severities that mean no rule."""
        for name in self.workspace.settings.severities:
            if rules.code_of(name) is None:
                place = self.workspace.place(Spot(SETTINGS_FILE, ("severities", name), "key"))
                message = f"there is no rule {one_line(name, 60)}{rules.suggested(name)}"
                help_ = "write the code (PW101) or the name (dangling-link) of a rule"
                found = self._weighed(Diagnostic(UNKNOWN, self.rules[UNKNOWN].severity, place, message, help_))
                if found:
                    yield found


def _covered(document: Document) -> dict[int, set[Route]]:
    """Return for each line the routes of suppressions whose item, its key included, stands on it.

    Where a file has no content, the comment covers all of it.
    """
    line_of = document.layout.source.line
    lines: dict[int, set[Route]] = {}
    for route in {suppression.route for suppression in document.suppressions}:
        node = document.node(route)
        first = line_of(node.key[0] if node.key else node.start) if node else 1
        last = line_of(max(node.start, node.end - 1)) if node else line_of(len(document.text))
        for line in range(first, last + 1):
            lines.setdefault(line, set()).add(route)
    return lines
