"""How a state follows, in words: the figures, the rule and where each was set, and what would change it."""

from .footnotes import footnote
from .indicators import direction_text, explain_indicator
from .lines import Explanation, Line, sentence
from .pips import explain_pip
from .risks import explain_risk
from .standing import counted, explain_standing
from .work import explain_work

__all__ = [
    "Explanation",
    "Line",
    "counted",
    "direction_text",
    "explain_indicator",
    "explain_pip",
    "explain_risk",
    "explain_standing",
    "explain_work",
    "footnote",
    "sentence",
]
