"""The wheel, built from the source distribution, holds every file of the packages and works on its own."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("graph", "loaders", "queries", "detente")


def run(*command: str | Path, folder: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=ROOT)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command installed in an environment with nothing but the wheel and the packages it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = next(path for path in (scripts / "python", scripts / "python.exe") if path.exists())
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, folder=folder)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    where = run(python, "-c", "import graph, loaders, queries, detente; print(detente.__file__)", folder=folder)
    assert where.startswith(str(folder))
    return scripts / "detente"


def test_wheel_holds_just_the_files_of_the_packages(wheel: Path) -> None:
    if shutil.which("git") is None:
        assert not os.environ.get("CI"), "git is missing"
        pytest.skip("git is needed to list the files: install git")
    listing = run("git", "ls-files", "--cached", "--others", "--exclude-standard", *PACKAGES, folder=ROOT)
    tracked = {name for name in listing.splitlines() if (ROOT / name).is_file()}
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == tracked


def test_wheel_carries_licence_and_notice(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name for name in archive.namelist() if ".dist-info/licenses/" in name}
    assert names == {"LICENSE", "NOTICE"}


def test_command_reads_an_article_from_another_folder(command: Path, tmp_path: Path) -> None:
    article = "Russia warned Israel on Monday."
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    assert run(command, "--version", folder=tmp_path).startswith("detente ")
    lines = run(command, "extract", "article.txt", "--format", "jsonl", folder=tmp_path).splitlines()
    found = {(claim["source"]["name"], claim["relation"], claim["target"]["name"]) for claim in map(json.loads, lines)}
    assert ("Russia", "WARNS", "Israel") in found
