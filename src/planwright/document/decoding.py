"""From the bytes of a file to its text: what kind of file it is, and how it was saved."""

import re
from dataclasses import dataclass

from planwright.diagnostic import Diagnostic
from planwright.document.source import Source

MAX_BYTES = 2 * 1024 * 1024

_BOM = b"\xef\xbb\xbf"
_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive, as Word and Excel save their documents"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a rich text document, as WordPad saves it"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
)
_MARKUP = re.compile(rb"\s*(?:<!doctype|<html|<head|<body|<\?xml)", re.IGNORECASE)
_LFS = b"version https://git-lfs"
_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE = 4096
_STRAY = 4  # so many empty bytes may have got into a short text by accident
_UNDECODED = re.compile("[\udc80-\udcff]")
_AS_PLAIN_TEXT = "plan files are plain text: copy the words into a text editor, or put the file somewhere else"
_SAVE_AS = "save the file again as UTF-8: in Notepad choose File, Save as, and UTF-8 under Encoding"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and what is wrong with how it was saved. `legible` says whether reading it makes any sense."""

    source: Source
    bom: bool
    legible: bool
    problems: tuple[Diagnostic, ...] = ()


def decode(file: str, data: bytes) -> Decoded:
    """Return the text of a file and what is wrong with its bytes. Raises nothing, whatever the bytes.

    Bytes that are not UTF-8 are read as Windows would, so that the rest of the plan still counts.
    """
    blank = Source(file, "")
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MB, more than planwright reads"
        help_ = "split it into several files, one for each service or year"
        return Decoded(blank, False, False, (blank.finding("PW004", (0, 0), message, help_),))
    foreign = _foreign(data)
    if foreign:
        message = f"this is {foreign}, not a plan file"
        return Decoded(blank, False, False, (blank.finding("PW002", (0, 0), message, _AS_PLAIN_TEXT),))
    wide = _wide(data)
    if wide:
        message = f"the file is saved as {wide}; planwright reads UTF-8"
        return Decoded(blank, False, False, (blank.finding("PW001", (0, 0), message, _SAVE_AS),))
    bom = data.startswith(_BOM)
    body = data[len(_BOM) :] if bom else data
    try:
        return Decoded(Source(file, body.decode("utf-8")), bom, True)
    except UnicodeDecodeError:
        return _mended(file, body, bom=bom)


def _foreign(data: bytes) -> str:
    head = data[:_SAMPLE]
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if _MARKUP.match(head):
        return "a web page or XML file"
    if head.startswith(_LFS):
        return "a stand-in that git LFS leaves until the real file is fetched (git lfs pull)"
    if head.count(0) > len(head) // 10 + _STRAY and not _wide(data):
        return "a file for a program"
    return ""


def _wide(data: bytes) -> str:
    for mark, name in _WIDE:
        if data.startswith(mark):
            return name
    head = data[:_SAMPLE]
    half = len(head) // 2
    many = half * 3 // 4
    zeros = (head[0::2].count(0), head[1::2].count(0))
    return "UTF-16" if half > 1 and max(zeros) > many and min(zeros) < half // 4 + 1 else ""


def _mended(file: str, body: bytes, *, bom: bool) -> Decoded:
    raw = body.decode("utf-8", errors="surrogateescape")
    found = _UNDECODED.findall(raw)
    if len(found) > len(raw) // 3:
        blank = Source(file, "")
        message = "this is a file for a program, not a plan file"
        return Decoded(blank, bom, False, (blank.finding("PW002", (0, 0), message, _AS_PLAIN_TEXT),))
    start = raw.index(found[0])
    source = Source(file, _UNDECODED.sub(_windows, raw))
    meant = source.text[start]
    likely = "" if meant == "\ufffd" else f", probably `{meant}` as Windows programs save it"
    more = "" if len(found) == 1 else f" (and {len(found) - 1} more like it)"
    message = f"the byte {ord(found[0]) - 0xDC00:02X} is not UTF-8{likely}{more}"
    return Decoded(source, bom, True, (source.finding("PW001", (start, start + 1), message, _SAVE_AS),))


def _windows(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", errors="replace")
