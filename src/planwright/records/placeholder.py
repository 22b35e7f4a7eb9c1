"""What stands in a new document where only a person can say what belongs there."""

import re

ID = "TO-BE-FILLED-IN"
TEXT = "To be written"
COUNCIL = "Name of the council"

_WORDS = re.compile(
    rf"{TEXT}|{COUNCIL}|TB[ACDW]|TODO|to be (?:added|confirmed|decided|drafted|completed)|lorem ipsum\b.*".replace(
        " ",
        r"\s+",  # a folded text may break between any two words
    ),
    re.IGNORECASE | re.DOTALL,
)


def is_placeholder(text: str) -> bool:
    """Whether a whole text only holds the place of one: what skeletons write, or what people write in its stead."""
    return _WORDS.fullmatch(text.strip(" .…[]()<>*_\n")) is not None


def may_hold_placeholder(text: str) -> bool:
    """Whether a placeholder may stand anywhere in a longer text; quick, and never False where one does."""
    return _WORDS.search(text) is not None
