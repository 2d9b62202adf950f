"""The command as a process of its own: exit status, signals, pipes, and what start-up imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DETENTE = [sys.executable, "-m", "detente"]
ROOT = Path(__file__).parents[2]
HEAVY = ("spacy", "numpy", "trafilatura", "networkx", "pyvis", "scipy", "rich.console", "neo4j")


def run(*arguments: str, folder: Path, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DETENTE_HOME": str(folder / "home"), **more}
    done = subprocess.run(
        [*DETENTE, *arguments], input=stdin, capture_output=True, cwd=folder, env=environment, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


BAD = {
    "missing file": (("extract", "missing.txt"), "no such file"),
    "folder without articles": (("load", "nothing"), "no articles in it"),
    "empty file": (("load", "empty.txt"), "the file is empty"),
    "binary": (("extract", "binary.txt"), "binary, not text"),
    "wrong encoding": (("extract", "latin.txt"), "iconv"),
    "50 MB": (("load", "huge.txt"), "over 5 MB"),
    "page without article": (("extract", "menu.html"), "no article text"),
    "bad JSON line": (("extract", "bad.jsonl"), "bad.jsonl, line 1: not JSON"),
    "bad sidecar": (("load", "sidecar.txt"), "sidecar.json, line 1: not JSON"),
    "nothing on standard input": (("extract", "-"), "standard input: no articles"),
    "missing file of actors": (("extract", "good.txt", "--actors", "missing.yaml"), "missing.yaml"),
    "store that is down": (("load", "good.txt"), "bolt://127.0.0.1:9"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input(tmp_path: Path, kind: str) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "good.txt").write_text("Iran arms Hezbollah.")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01")
    (tmp_path / "latin.txt").write_bytes("Président".encode("latin-1"))
    (tmp_path / "menu.html").write_text("<html><nav>Home</nav></html>")
    (tmp_path / "bad.jsonl").write_text('{"text": \n')
    (tmp_path / "sidecar.txt").write_text("Iran arms Hezbollah.")
    (tmp_path / "sidecar.json").write_text("{")
    huge(tmp_path / "huge.txt")
    before = sorted(tmp_path.rglob("*"))
    arguments, problem = BAD[kind]
    began = time.monotonic()
    done = run(*arguments, folder=tmp_path, NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    assert time.monotonic() - began < 60
    errors = [line for line in done.stderr.splitlines() if not line.startswith("read ")]
    assert (done.returncode, done.stdout, len(errors)) == (1, "", 1), done
    assert problem in errors[0]
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_start_up_imports_nothing_heavy() -> None:
    code = f"import sys, detente.cli._app; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    line = b'{"text": "Russia warned Israel on Monday."}\n'
    command = f"{sys.executable} -m detente extract - --format jsonl | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", command], input=line * 2000, capture_output=True, cwd=tmp_path, env=environment, check=False
    )
    errors = [each for each in done.stderr.splitlines() if not each.startswith(b"read ")]
    assert errors == []
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals: run this on Linux or macOS")
def test_bar_on_the_terminal_leaves_the_pipe_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia warned Israel on Monday.")
    ours, theirs = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    command = [*DETENTE, "extract", "a.txt", "--format", "jsonl"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, cwd=tmp_path, env=environment, check=True)
    os.close(theirs)
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert [claim["document"] for claim in claims] == ["a"] * len(claims) != []
    assert b"\x1b[" in os.read(ours, 100_000)
    os.close(ours)


def test_interrupt_is_status_130_without_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [*DETENTE, "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
    )
    assert process.stdin
    assert process.stderr
    process.stdin.write(b'{"id": "a", "text": "Iran arms Hezbollah."}\n' * 300)
    process.stdin.flush()
    assert process.stderr.readline().startswith(b"read a")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors
