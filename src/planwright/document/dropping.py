"""Files that editors, operating systems and cloud folders leave behind and nobody means as a plan."""

import re

# OneDrive's `plan-COMPUTER.yaml` cannot be told from a plan's own name, so it is not among them.
_DROPPING = re.compile(
    r"""
    ^\._                                   # macOS resource forks
    | ~$ | ^~\$                            # editor and Office copies and locks
    | ^\.\#                                # Emacs locks
    | ^\#.*\#$                             # Emacs autosaves
    | \.(swp|swo|swx|tmp|bak|orig|rej|part|crdownload)$
    | \(.*conflicted\ copy.*\)             # Dropbox, Nextcloud
    | \.sync-conflict-\d                   # Syncthing
    | ^(thumbs\.db|desktop\.ini|\.ds_store)$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_dropping(name: str) -> bool:
    """Return whether a file's name (without folders) is clearly one a program left behind, such as `plan.yaml~`."""
    return _DROPPING.search(name) is not None
