"""View and template to page: fill the template, read its Markdown, build the page model.

The guide for authors of templates
==================================

A template `templates/NAME.md.j2` is Markdown (CommonMark and pipe tables, no HTML) with Jinja2. Blank lines too many or
too few, and indentation, do no harm: where blocks meet a blank line is put in, between the rows of a table taken out.

**Values.** `{{ anything }}` prints literally: nothing in it is Markdown, its line ends become line breaks. None prints
nothing, yes and no stand for booleans, a date prints `21 November 2026`, a Decimal with thousands commas (`1,250.50`),
an int as it is. A list or group of fields is refused, and so is a name the view does not have. `x.items` looks for the
field "items" first. Macros and `{% set %}` blocks do not escape twice, but `~` and `upper` make plain text of them.

* `text | prose`: a field declared Markdown. On a line of its own it gives its paragraphs, lists and tables; in a cell
  or a sentence it is flattened. Headings become strong, images their words; only http, https, mailto and # links live.
* `day | short_date`: `21 Nov 2026`; `amount | money`: `£125,000`; `amount | measured(unit)`: `43%`, `12 days`;
  `n | plural("indicator")`: `3 indicators`; `n | plural("is", "are", count=false)`: the word alone;
  `list | join(", ")`, also of statuses and macro results.
* `text | footnote`: a mark here and the note at the end of the page; the same text is the same note.
* `chart`, or `chart | figure("Caption")`, on a line of its own: a figure with its data table, numbered when it has a
  caption. A wide one stands above its data, and scrolls by itself on a phone. In a cell or a sentence: a small picture
  with its words.
* A `Status` of the view, or `status("red", "Red")`: a chip of colour, shape and word. The key is a tone (green, amber,
  red, blue; every other one is grey), the word is what people read.

**Structure.** `# Title` once, first. `## Section` is numbered 1, `### Part` 1.1, deeper headings are not, nor is
`## Summary {-}`. Right-aligned columns (`---:`) are for figures. A table whose header row is empty (`| | |`) is a list
of facts: its first column names them. Links may lead to the web or to documents in the same folder.

**Directives**, each on a line of its own:

    {page numbered-paragraphs unnumbered-headings subtitle="Quarter 2, {{ year }}"}     for the whole page
    {page compact}                                                                      set small, to fit few pages
    {contents}                                                                          the list of sections
    {table caption="Exceptions in {{ period }}" wide row-headers}                       for the next table
    {notice warning title="Two results are late"} ... {/notice}                         note, warning, exempt, decision

`row-headers` makes the first column the headers of its rows; `wide` prints landscape. On a phone, wide tables and wordy
ones of four columns or more become cards, and tables of figures scroll in a frame of their own.
"""

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
