"""Make text from plan files safe to print: what would steer a terminal or hide from a reader is shown instead."""

import re

# C0 (but tab and newline) and C1 controls, line and paragraph separators, bidirectional controls, zero-width
# characters, the byte order mark, lone surrogates and the no-break spaces that look like ordinary ones.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004


def visible(text: str) -> str:
    """Return text with every control, bidirectional and zero-width character written as its escape."""
    return _HIDDEN.sub(_shown, text)


def one_line(text: str, limit: int = 300) -> str:
    """Return text as one visible line of at most `limit` characters, cut with an ellipsis."""
    flat = visible(" ".join(text.split()))
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
