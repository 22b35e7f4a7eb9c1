"""Findings on what YAML allows but a plan file may not hold, in words a manager understands."""

import re

from planwright.diagnostic import Diagnostic, Related, Severity
from planwright.document.source import SETTINGS_FILE, Source
from planwright.visible import one_line

_SETTINGS = (
    "write `kind: settings` and, on a line of its own, `name:` with the council's name; "
    "keep the file, because it marks the folder in which the plans stand"
)
_QUOTED = 'put the whole value in double quotes: "{}"'


def _shown(source: Source, start: int, end: int) -> str:
    return one_line(source.text[start : min(end, start + 80)], 60)


def _rest(source: Source, start: int) -> str:
    return one_line(source.excerpt(start, 0, 80), 60)


def _quote(text: str) -> str:
    return _QUOTED.format(text.replace("\\", "\\\\").replace('"', '\\"'))


def duplicate(source: Source, key: str, first: tuple[int, int], again: tuple[int, int], lacks: str) -> Diagnostic:
    """Refuse a key that stands twice in one place, naming both lines; `lacks` is `dash` where one is missing."""
    there = source.place(*first)
    name = one_line(key, 60)
    block = source.text[again[1] :].lstrip(" :\t").startswith(("\n", "\r"))
    if lacks == "dash":
        help_ = (
            f"if it begins the next entry of the list, put a dash before it, `- {name}:`; if not, delete one of them"
        )
    elif block:
        help_ = f"move what stands below this `{name}:` up below the first one, and delete this line"
    else:
        help_ = "delete one of the two lines, or rename the key that was meant to be another"
    return source.finding(
        "PW010",
        again,
        f"`{name}` is already given on line {there.line}; only one of the two can count",
        help_,
        related=(Related(there, "given here first"),),
    )


def anchor(source: Source, start: int, what: str) -> Diagnostic:
    """Refuse a value that begins with `&`; `what` is `text`, or `group` for a list or mapping."""
    return source.finding(
        "PW011",
        (start, source.line_end(start)),
        "the value starts with `&`, which would swallow its first word",
        _quote(_rest(source, start)) if what == "text" else "delete the word with the `&`",
    )


def alias(source: Source, start: int, end: int) -> Diagnostic:
    """Refuse a value that begins with `*`."""
    shown = _rest(source, start)
    return source.finding(
        "PW011",
        (start, end),
        "the value starts with `*`, which would copy a value from elsewhere in the file",
        f"if it is text, {_quote(shown)}; otherwise write the value out again",
    )


def merge_key(source: Source, start: int, end: int) -> Diagnostic:
    """Refuse `<<:`."""
    return source.finding(
        "PW011",
        (start, end),
        "`<<` would copy keys from elsewhere in the file; every plan item says everything itself",
        "write the copied keys out here",
    )


def tag(source: Source, start: int, what: str) -> Diagnostic:
    """Refuse a value that begins with `!`; `what` is `text`, or `group` for a list or mapping."""
    return source.finding(
        "PW012",
        (start, source.line_end(start)),
        "the value starts with `!`, which would change what kind of value it is",
        _quote(_rest(source, start)) if what == "text" else "delete the word with the `!`",
    )


def directive(source: Source) -> Diagnostic:
    """Refuse a `%` line before the document."""
    match = re.search(r"^%", source.text, re.MULTILINE)
    return source.finding(
        "PW013",
        (match.start() if match else 0, None),
        "a line that starts with `%` gives orders to the program that reads the file; plan files need none",
        "delete this line, and the line of three dashes after it",
    )


def second_document(source: Source, start: int) -> Diagnostic:
    """Refuse a second document in one file."""
    return source.finding(
        "PW013",
        (start, None),
        "a second document starts here; what follows would belong to another file",
        "delete this line, or move what follows it into a file of its own",
    )


def complex_key(source: Source, start: int) -> Diagnostic:
    """Refuse a list, a mapping or a copied value as a key."""
    if source.text[max(start - 1, 0) : start + 1] == "{{":
        return _template(source, start - 1)
    shown = _rest(source, start)
    what = {"{": "text in braces", "*": "a copied value"}.get(shown[:1], "a list")
    return source.finding(
        "PW015",
        (start, None),
        f"{what} stands where the name of a key was expected",
        f"if `{shown}` is text, put it in double quotes",
    )


def _template(source: Source, start: int) -> Diagnostic:
    """Refuse text in double braces, left by a form or a mail merge, told as a whole."""
    closed = source.text.find("}}", start, source.line_end(start))
    one_of_several = closed >= 0 and source.text[closed + 2 : closed + 3] in {",", "]"}
    shown = _shown(source, start, closed + 2) if one_of_several else _rest(source, start)
    return source.finding(
        "PW015",
        (start, None if closed < 0 else closed + 2),
        "text in double braces stands here, which makes it look like keys and values",
        _quote(shown),
    )


def key_not_text(source: Source, start: int, end: int) -> Diagnostic:
    """Refuse an empty key, `~`, `null`, `true` and `false` as keys."""
    shown = _shown(source, start, end)
    return source.finding(
        "PW015",
        (start, max(end, start + 1)),
        f"`{shown}` cannot be the name of a key" if shown else "there is no name before the colon",
        "write a name before the colon; if this word is meant, put it in double quotes",
    )


def too_deep(source: Source, start: int, limit: int) -> Diagnostic:
    """Refuse nesting no plan needs."""
    return source.finding(
        "PW005",
        (start, start + 1),
        f"more than {limit} lists or groups stand inside each other here; plan files need fewer than ten",
        "look for brackets that were never closed, or lines indented ever further",
    )


def too_many(source: Source, limit: int) -> Diagnostic:
    """Refuse more values than one file can sensibly hold."""
    return source.finding(
        "PW004",
        (0, None),
        f"the file holds more than {limit:,} values, more than planwright reads from one file",
        "split it into several files, one for each service or year",
    )


def null_word(source: Source, start: int, end: int) -> Diagnostic:
    """Warn of `~` and `null`, which count as not given."""
    return source.finding(
        "PW024",
        (start, end),
        f"`{_shown(source, start, end)}` counts as not given",
        "leave the value empty; if the word itself is meant, put it in double quotes",
        severity=Severity.WARNING,
    )


def empty_item(source: Source, start: int) -> Diagnostic:
    """Warn of a list item with nothing in it."""
    return source.finding(
        "PW028",
        (max(start - 1, 0), start),
        "this list item has nothing in it and is left out",
        "write the item after the dash, or delete the dash",
        severity=Severity.WARNING,
    )


def key_without_colon(source: Source, start: int, end: int) -> Diagnostic:
    """Refuse a key in braces that has no colon: text with a comma in it that was cut there."""
    return source.finding(
        "PW025",
        (start, end),
        f"`{_shown(source, start, end)}` stands in braces as a key of its own; probably an unquoted comma",
        "put the text with the comma in double quotes, or write each `key: value` on a line of its own",
    )


def empty(source: Source) -> Diagnostic:
    """Refuse a file without content."""
    return source.finding(
        "PW003",
        (0, 0),
        "the file is empty" if not source.text.strip() else "the file holds only comments",
        _SETTINGS if source.file == SETTINGS_FILE else "write the plan in it, or delete the file",
    )


def no_keys(source: Source, value: object) -> Diagnostic:
    """Refuse a file that is a list or a text as a whole."""
    what = "a list" if isinstance(value, list) else "text"
    settings = source.file == SETTINGS_FILE
    return source.finding(
        "PW002",
        (0, None),
        f"the file holds {what} but no `key: value` lines, so it is not a {'settings' if settings else 'plan'} file",
        _SETTINGS
        if settings
        else "the first line of a plan file is `kind:` with what it holds, such as `kind: service-plan`",
    )
