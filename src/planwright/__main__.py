"""`python -m planwright`: the command line."""

import sys

from planwright.cli import main

if __name__ == "__main__":
    sys.exit(main())
