"""How this council rates and plans: its settings in words, its sets of indicators, how each indicator is rated."""

from collections.abc import Iterator, Mapping

from planwright.explaining import footnote
from planwright.kinds import Record, Visibility
from planwright.kinds.indicators import Indicators
from planwright.reports._edition import Edition, View
from planwright.reports._facts import facts, parts, said
from planwright.reports._frame import exempted_of, frame

TITLE = "How we rate and plan"
WHOLE = True
_NOT_SAID = frozenset({"kind", "format"})
_LISTED = frozenset({"states", "audiences"})
_HELD = frozenset({"indicators", "collections"})
_OFFICERS = (Visibility.OFFICERS, Visibility.PRIVATE)


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have indicators."""
    services = (edition.service(one) for one in edition.of("indicator"))
    return {service: service for service in sorted(set(services)) if service}


def view(edition: Edition, subject: str | None) -> View:
    """Return how the indicators of a service are rated or, for the whole council, everything its settings say."""
    exempted = exempted_of(edition, subject or "", ("indicator", "import-mapping"))
    return frame(edition, exempted) | {
        "service": edition.named(subject, by_title=True) if subject else "",
        "sections": [] if subject else list(_sections(edition)),
        "states": [] if subject else [_state(edition, key) for key in edition.assessment.states],
        "readers": [{"name": name, "said": said(told)} for name, told in edition.settings["audiences"].items()],
        "sets": [] if subject else list(_sets(edition)),
        "mappings": [] if subject else list(_mappings(edition)),
        "definitions": [
            {"id": one.id, "title": edition.title(one), "rated": footnote(edition.assessment.indicators[one.id])}
            for one in (edition.within(subject, "indicator") if subject else ())
        ],
    }


def _sections(edition: Edition) -> Iterator[View]:
    """Yield the settings: first what stands at the top of the file, then each group of them."""
    settings = edition.assessment.workspace.settings
    groups = list(parts(edition, settings))
    fields = edition.permitted(type(settings)).values()
    inside = {field.name for field in fields if isinstance(getattr(settings, field.attribute), Record)}
    yield {"title": "The council", "rows": facts(edition, settings, _NOT_SAID | _LISTED | inside)}
    for title, inner in groups:
        yield {"title": title, "rows": facts(edition, inner)}


def _state(edition: Edition, key: str) -> View:
    state = edition.assessment.states[key]
    return {"key": key, "status": edition.status(state), "colour": state.colour.value, "rated": state.rated}


def _sets(edition: Edition) -> Iterator[View]:
    """Yield the sets of indicators that have a name or a rule of their own."""
    for one in edition.assessment.workspace.loaded:
        if isinstance(one.record, Indicators) and (rows := facts(edition, one.record, _NOT_SAID | _HELD)):
            yield {"title": edition.data(one.record)["title"] or one.document.file, "rows": rows}


def _mappings(edition: Edition) -> Iterator[View]:
    """Yield how spreadsheets are read, for those who send and take them."""
    for one in edition.of("import-mapping") if edition.level in _OFFICERS else ():
        yield {"title": edition.title(one), "rows": facts(edition, one.record, _NOT_SAID)}
