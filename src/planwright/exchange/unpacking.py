"""The parts of a zipped workbook, unpacked within bounds and told apart without trusting anything in them."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from planwright.diagnostic import RefusedError

_MOST_UNPACKED = 40 * 2**20
_READ = (".xml", ".rels")
_KEPT = "mimetype"

Attributes = dict[str, str]


def unpacked(name: str, data: bytes) -> Mapping[str, bytes]:
    """Return the XML parts of a zipped workbook by their name in it; pictures and the like are left packed.

    Raises RefusedError where the file is damaged, protected or would unpack to more than anybody types.
    """
    parts: dict[str, bytes] = {}
    room = _MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if not info.filename.endswith(_READ) and info.filename != _KEPT:
                    continue
                room -= info.file_size
                if room < 0:
                    raise RefusedError(f"{name} unpacks to over 40 MB; keep only the sheets with results in it")
                parts[info.filename] = archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        raise RefusedError(f"{name} is damaged and cannot be read; open it in a spreadsheet and save it anew") from None
    except RuntimeError:  # what zipfile raises for a part that needs a password
        raise RefusedError(f"{name} is protected by a password; save a copy without one") from None
    return parts


def repacked(parts: Mapping[str, bytes]) -> bytes:
    """Return a workbook of just these parts, so that what is read next is what was measured and nothing else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return packed.getvalue()


def scan(
    name: str,
    data: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] = lambda _: None,
) -> None:
    """Call `start` with the plain name and the attributes of each element of an XML part, and `end` when it closes.

    Raises RefusedError where the part is damaged, or declares entities, as no spreadsheet does.
    """
    parser = ParserCreate(namespace_separator=" ")

    def refuse(*_: object) -> None:
        raise RefusedError(f"{name} holds declarations that no spreadsheet needs, so it was not read")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(" ")[2], attributes)
    parser.EndElementHandler = lambda tag: end(tag.rpartition(" ")[2])
    try:
        parser.Parse(data, True)
    except (ExpatError, LookupError, ValueError):
        raise RefusedError(f"{name} is damaged and cannot be read; open it in a spreadsheet and save it anew") from None
