"""Write an output file whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Put bytes in a file, making its folder where needed; readers see the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    spare = path.with_name(f".planwright-{os.urandom(8).hex()}.tmp")
    try:
        spare.write_bytes(data)
        spare.replace(path)
    finally:
        with suppress(FileNotFoundError):
            spare.unlink()
