"""How long the register takes: its compiled file loaded, its index built, a file of one's own over it, an article read.

    .venv/bin/python -m benchmarks.register_load

Prints milliseconds of CPU, the best of several rounds in processes of their own, and fails over the limits.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 5
LIMITS = {"load and index": 300.0, "with a file of one's own": 300.0, "resolve 1,000 words": 100.0}
_MINE = "country: {Gondor: [Gondorian, Minas Tirith]}\nactors: [{extends: iran, aliases: [Eran]}]\n"
_MEASURE = """
import sys, time
from pathlib import Path
from graph.register import Register
from loaders.resolution import resolve
begun = time.process_time()
register = Register.load()
loaded = time.process_time()
Register.load([Path(sys.argv[1])])
laid = time.process_time()
text = "Iran warned Vladimir Putin that Georgia and the U.S. had armed rebels in northern Syria last week. " * 59
resolve(register, text[:100], "2015-03-02")
first = time.process_time()
resolve(register, text, "2015-03-02")
print((loaded - begun) * 1000, (laid - loaded) * 1000, (time.process_time() - first) * 1000)
"""


def main() -> int:
    """Measure, print and compare; 1 where a limit is passed."""
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / "actors.yaml"
        mine.write_text(_MINE, encoding="utf-8")
        rounds = [_round(mine) for _ in range(ROUNDS)]
    best = dict(zip(LIMITS, map(min, zip(*rounds, strict=True)), strict=True))
    for name, limit in LIMITS.items():
        sys.stdout.write(f"{name}: {best[name]:.0f} ms (at most {limit:.0f})\n")
    return int(any(best[name] > limit for name, limit in LIMITS.items()))


def _round(mine: Path) -> list[float]:
    command = [sys.executable, "-c", _MEASURE, str(mine)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(each) for each in done.stdout.split()]


if __name__ == "__main__":
    sys.exit(main())
