"""View and template to page: fill the template, read its Markdown, build the page model."""

from collections.abc import Mapping

from planwright.page import Facts, Page
from planwright.rendering.building import build
from planwright.rendering.dialect import read_template
from planwright.rendering.templating import TemplateRefusedError, fill

__all__ = ["TemplateRefusedError", "render"]


def render(name: str, view: Mapping[str, object], templates: Mapping[str, str], facts: Facts) -> Page:
    """Return the page that the template `NAME.md.j2` makes of a view.

    `templates` holds the text of every template by file name, so that they may import each other. Raises
    TemplateRefusedError when the template is missing or faulty, saying where.
    """
    text, references = fill(name, view, templates)
    try:
        return build(read_template(text), references, facts)
    except TemplateRefusedError as error:
        raise TemplateRefusedError(f"template {name}.md.j2: {error}") from error
