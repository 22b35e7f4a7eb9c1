"""From the text of a plan file to its plain value and the span of everything in it; the only reader of YAML."""

from planwright.document.comments import Suppression
from planwright.document.document import Document
from planwright.document.dropping import is_dropping
from planwright.document.node import Node, Route
from planwright.document.parsing import parse
from planwright.document.reading import Value
from planwright.document.source import SETTINGS_FILE

__all__ = ["SETTINGS_FILE", "Document", "Node", "Route", "Suppression", "Value", "is_dropping", "parse"]
