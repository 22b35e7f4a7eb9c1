"""Change a plan file by replacing spans of its text, and make sure that nothing else changed."""

from planwright.diagnostic import PlanwrightError


class EditRefusedError(PlanwrightError):
    """A change that cannot be made as asked; nothing was written (exit code 1)."""
