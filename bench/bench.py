"""What `planwright validate` costs beside a floor script that does the least, and what starting up costs."""

import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import assessing
from councils import write_council

SIZES = ((20, 1_000), (100, 10_000), (500, 50_000))  # service plans, items
RUNS = {1_000: 5, 10_000: 3, 50_000: 3}
STARTS = 15
FLOOR = Path(__file__).with_name("floor.py")
RATIO_BOUND, RATIO_AT = 2.0, 10_000
GROWTH_BOUND = 1.25
START_BOUND = 1.5
# Modules stay compiled between runs on both sides, as they are once installed, whatever this shell is set to.
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
PLANWRIGHT = (sys.executable, "-m", "planwright")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system) and peak memory in MB of one process."""

    seconds: float
    megabytes: float


def cost_of(*command: str) -> Cost:
    """Run a command to its end and return what it cost; its output is thrown away, a failure is not."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=COMPILED) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}\n{said.decode(errors='replace')}")
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def cheapest(runs: int, *command: str) -> Cost:
    """Return the cheapest of several runs: what the work costs when nothing else is in its way."""
    costs = [cost_of(*command) for _ in range(runs)]
    return Cost(min(cost.seconds for cost in costs), min(cost.megabytes for cost in costs))


def verdict(figure: float, bound: float) -> str:
    """Return the promised bound beside whether a figure keeps it."""
    return f"at most {bound:g}: {'PASS' if figure <= bound else 'OVER'}"


def compare_sizes() -> None:
    """Print the table of councils."""
    print("planwright validate beside the floor: load with CSafeLoader, validate with pydantic, look up every link")
    print("(CPU seconds, user and system, imports counted; cheapest of several runs)\n")
    print(f"{'plans':>6}{'items':>8}{'floor s':>10}{'floor MB':>10}{'ours s':>9}{'ours MB':>9}{'ratio':>8}")
    per_item: dict[int, float] = {}
    for plans, items in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_council(Path(folder), plans, items)
            runs = RUNS[items]
            floor = cheapest(runs, sys.executable, str(FLOOR), folder)
            ours = cheapest(runs, *PLANWRIGHT, "-C", folder, "--as-at", "2026-11-21", "validate")
        ratio = ours.seconds / floor.seconds
        per_item[items] = ours.seconds / items
        promised = f"   {verdict(ratio, RATIO_BOUND)}" if items == RATIO_AT else ""
        print(
            f"{plans:>6}{items:>8,}{floor.seconds:>10.2f}{floor.megabytes:>10.0f}"
            f"{ours.seconds:>9.2f}{ours.megabytes:>9.0f}{ratio:>8.2f}{promised}"
        )
    (_, least), *_, (_, most) = SIZES
    growth = per_item[most] / per_item[least]
    print(f"\nCPU per item at {most:,} over that at {least:,}: {growth:.2f}   {verdict(growth, GROWTH_BOUND)}")


def compare_starts() -> None:
    """Print what it costs to start, taking turns so that a busy moment meets all alike."""
    commands = {
        "python -c 'import typer'": (sys.executable, "-c", "import typer"),
        "planwright --version": (*PLANWRIGHT, "--version"),
        "planwright --help": (*PLANWRIGHT, "--help"),
    }
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            costs[name].append(cost_of(*command).seconds)
    medians = {name: statistics.median(values) for name, values in costs.items()}
    bare, *others = medians
    print(f"\nStarting up (CPU milliseconds, median of {STARTS})\n")
    print(f"{bare:<26}{medians[bare] * 1000:>6.0f}")
    for name in others:
        ratio = medians[name] / medians[bare]
        print(f"{name:<26}{medians[name] * 1000:>6.0f}{ratio:>8.2f} times   {verdict(ratio, START_BOUND)}")


def assess_alone() -> None:
    """Print what rating every result of a large council costs, reading and linking not counted."""
    rated, seconds = assessing.cheapest()
    print(f"\nAssessing alone: {rated:,} results rated in {seconds:.2f} CPU s   {verdict(seconds, assessing.BOUND)}")


if __name__ == "__main__":
    if not hasattr(os, "wait4"):
        sys.exit("the timings need a system that tells what a process cost: Linux or macOS")
    compare_sizes()
    compare_starts()
    assess_alone()
