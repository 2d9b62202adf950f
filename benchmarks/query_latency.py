"""How long a question takes, beside the floors that no question can be below, all in one run.

    .venv/bin/python -m benchmarks.query_latency [ROUNDS] [COLD_ROUNDS]

(10 and 3 unless given.) It loads the sample articles into a store of its own in a temporary folder, so the user's store
stays as it is. The commands take turns, round by round, so that other work on the machine slows all of them alike:
compare the columns of one run, and CPU seconds (user and system) before wall seconds. Then it tells where the
question's start-up goes, by package, as `python -X importtime` has it. It asserts nothing. For Linux and macOS.

Modules that pip did not compile, as after `uv pip install` with PYTHONDONTWRITEBYTECODE set, are compiled anew at every
start and can double it; the first line of the output says whether that is so.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
DETENTE = ("-m", "detente")
QUESTION = (*DETENTE, "query", "alliances")
WARM: Mapping[str, tuple[str, ...]] = {
    "python -c pass": ("-c", "pass"),
    "import typer": ("-c", "import typer"),
    "import neo4j": ("-c", "import neo4j"),
    "import neo4j, without numpy": ("-c", "import sys; sys.modules['numpy'] = None; import neo4j"),
    "detente --version": (*DETENTE, "--version"),
    "detente query": (*DETENTE, "query"),
    "detente query alliances": QUESTION,
}
_MEASURED = "detente query alliances"
_PACKAGES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that a command took."""

    wall: float
    cpu: float


def cost(arguments: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """What one run of Python with these arguments costs, its own processor time alone."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with status {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def warm(rounds: int, environment: Mapping[str, str]) -> dict[str, Cost]:
    """The medians of the commands, run in turns; a first round fills the caches and is not counted."""
    found: defaultdict[str, list[Cost]] = defaultdict(list)
    for turn in range(rounds + 1):
        for name, arguments in WARM.items():
            spent = cost(arguments, environment)
            if turn:
                found[name].append(spent)
    return {name: _median(costs) for name, costs in found.items()}


def cold(rounds: int, environment: Mapping[str, str]) -> Cost:
    """The median of the first answer after the store was stopped; the CPU seconds are without the store's own."""
    found: list[Cost] = []
    for _ in range(rounds):
        cost((*DETENTE, "stop"), environment)
        found.append(cost(QUESTION, environment))
    return _median(found)


def imports(environment: Mapping[str, str]) -> list[tuple[str, float, int]]:
    """Package, milliseconds and number of modules of what the question imports, slowest first."""
    command = [sys.executable, "-X", "importtime", *QUESTION]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    spent: defaultdict[str, list[int]] = defaultdict(list)
    for line in done.stderr.splitlines():
        own, *_, name = line.removeprefix("import time:").split("|")
        if own.strip().isdigit():
            spent[name.strip().split(".")[0]].append(int(own))
    rows = [(package, sum(times) / 1000, len(times)) for package, times in spent.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def compiled(module: str) -> bool:
    """Whether the byte code of a module lies beside it."""
    spec = importlib.util.find_spec(module)
    return spec is not None and spec.cached is not None and Path(spec.cached).exists()


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(median(each.wall for each in costs), median(each.cpu for each in costs))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _report(medians: Mapping[str, Cost]) -> None:
    question = medians[_MEASURED]
    _say(f"{'median of seconds':<34}{'wall':>8}{'CPU':>8}   {_MEASURED} / this, CPU")
    for name, each in medians.items():
        _say(f"{name:<34}{each.wall:>8.3f}{each.cpu:>8.3f}   {question.cpu / each.cpu:.2f}")


def main(rounds: int = 10, cold_rounds: int = 3) -> None:
    """Measure, and print what was found."""
    state = {name: "compiled" if compiled(name) else "NOT compiled" for name in ("neo4j", "typer", "detente")}
    _say(f"Python {sys.version.split()[0]}; byte code: {', '.join(f'{name} {how}' for name, how in state.items())}")
    with tempfile.TemporaryDirectory(prefix="detente-latency-") as home:
        own = {key: value for key, value in os.environ.items() if not key.startswith("NEO4J_")}
        environment = {**own, "DETENTE_HOME": home}
        try:
            cost((*DETENTE, "load", "detente/samples"), environment)
            _report(warm(rounds, environment))
            first = cold(cold_rounds, environment)
            _say(f"{'first answer from cold':<34}{first.wall:>8.3f}{first.cpu:>8.3f}")
            _say("\nimported for the question, ms (modules):")
            for package, milliseconds, modules in imports(environment)[:_PACKAGES_SHOWN]:
                _say(f"{package:<20}{milliseconds:>8.1f} ({modules})")
        finally:
            cost((*DETENTE, "stop"), environment)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
