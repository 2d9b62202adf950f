"""The documents keep step with the program: commands, options, make targets, links and examples exist."""

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup

from detente.cli._app import app
from graph.register import Register
from queries import library

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("training/*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
_SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#]+)\)")


def commands(group: TyperGroup, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands(command, f"{prefix}{name} ")
        else:
            yield prefix + name, command


ROOT_GROUP = typer.main.get_command(app)
assert isinstance(ROOT_GROUP, TyperGroup)
COMMANDS: Mapping[str, Any] = dict(commands(ROOT_GROUP))


def shell_lines() -> list[str]:
    texts = [block for page in PAGES for block in _SHELL.findall(page.read_text(encoding="utf-8"))]
    examples = [line.strip() for command in COMMANDS.values() for line in command.epilog.splitlines()]
    joined = re.sub(r'"[^"$]*"', lambda match: " ".join(match[0].split()), "\n".join([*texts, *examples]))
    return [line for line in joined.splitlines() if line.strip()]


def calls(program: str) -> list[list[str]]:
    """The words after each call of a program in the shell lines, up to the next program."""
    found = []
    for line in shell_lines():
        words = shlex.split(line.replace("$(", " ").replace(')"', " ").replace('"', "'") if "eval" in line else line)
        names = [Path(word).name for word in words]
        if program in names:
            rest = words[names.index(program) + 1 :]
            ends = [index for index, word in enumerate(rest) if word in {"|", ">", "<", "&&"}]
            found.append(rest[: min(ends, default=len(rest))])
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_in_the_readme_and_its_help_has_an_example(name: str) -> None:
    assert f"| `detente {name}" in README
    assert COMMANDS[name].help
    assert f"  detente {name}" in COMMANDS[name].epilog or f"(detente {name})" in COMMANDS[name].epilog


@pytest.mark.parametrize("words", calls("detente"), ids=" ".join)
def test_shell_lines_call_commands_that_exist(words: list[str]) -> None:
    name = next((known for known in COMMANDS if words[: len(known.split())] == known.split()), None)
    assert name, f"no command in {words}"
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    assert {word for word in words if word.startswith("-") and word != "-"} <= options
    if words[0] == "query" and len(words) > 1:
        query = library()[words[1]]
        given = {pair.partition("=")[0] for pair in words if "=" in pair}
        assert given <= {parameter.name for parameter in query.parameters}


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    written = re.findall(r"`make ([a-z]+)`", "\n".join(page.read_text(encoding="utf-8") for page in PAGES))
    assert {words[0] for words in calls("make")} | set(written) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_examples_of_actor_files_are_valid(tmp_path: Path) -> None:
    examples = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "docs/actors.md").read_text(encoding="utf-8"), re.M | re.S)
    assert len(examples) == 2
    for number, text in enumerate(examples):
        path = tmp_path / f"{number}.yaml"
        path.write_text(text, encoding="utf-8")
        assert Register.load([path]).get("gondor")
