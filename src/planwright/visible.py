"""Make text from plan files safe to print: what would steer a terminal or hide from a reader is shown instead."""

import re

# For a character class: C0 (but tab and line ends) and C1 controls, zero-width space, direction marks, line and
# paragraph separators, bidirectional controls, invisible operators, the byte order mark and two noncharacters.
UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
# A carriage return overwrites its line on a terminal, joiners hide there, and lone surrogates cannot be printed.
_HIDDEN = re.compile(f"[{UNSEEN}\r\u200c\u200d\ud800-\udfff]")
_ONE_BYTE = 0xFF  # what two hexadecimal digits tell


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= _ONE_BYTE else f"\\u{code:04x}"


def visible(text: str) -> str:
    """Return text with every control, bidirectional and zero-width character written as its escape."""
    return _HIDDEN.sub(_shown, text)


def one_line(text: str, limit: int = 300) -> str:
    """Return text as one visible line of at most `limit` characters, cut with an ellipsis."""
    flat = visible(" ".join(text.split()))
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
