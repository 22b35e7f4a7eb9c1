"""From the bytes of a file to a Document; whatever the bytes, findings come out and nothing is raised."""

from planwright.document.document import Document, Layout
from planwright.document.reading import events, read
from planwright.document.source import Source


def parse(file: str, data: bytes) -> Document:
    """Return the document in a file's bytes, with every problem met on the way. Raises nothing, whatever the bytes.

    (Except PlanwrightError when libyaml's part of ruamel.yaml is not installed at all.)
    """
    text = data.decode("utf-8-sig")
    source = Source(file, text)
    reading = read(source, events(text))
    return Document(
        file=file,
        text=text,
        bom=data.startswith(b"\xef\xbb\xbf"),
        value=reading.value,
        problems=reading.problems,
        suppressions=(),
        kind=reading.kind,
        layout=Layout(source, reading.tape),
    )
