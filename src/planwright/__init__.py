"""Performance management and service planning for councils, from plain text under git."""

__version__ = "0.1.0"
