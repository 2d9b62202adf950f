from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from rjsmin import jsmin  # type: ignore[import-untyped]

from graph.errors import DetenteError
from graph.model import Snapshot
from graph.network import network
from graph.page._choose import choose
from graph.page._content import content
from graph.page._draw import draw
from graph.page._lines import lines
from graph.page._options import PageOptions

_ASSETS = Path(__file__).parent / "assets"
_AROUND = re.compile(r"\s*([{};,])\s*")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_BEFORE_VALUE = re.compile(r"(?<=[{;])([\w-]+): ")
_STYLES = ("colours", "page", "stage", "filters", "panel", "table", "phone")
_FIRST_SCRIPT = "main"
_IMPORT = re.compile(r'^import .* from "\./(\w+)\.js";\n', re.MULTILINE)
_ONE_ARGUMENT = re.compile(r"(?<![\w$])\((\w+)\)=>")
_CONST = re.compile(r"\bconst(?=[ \[{])")  # the linter has seen to it that nothing is assigned twice
_EXPORT = re.compile("^export ", re.MULTILINE)


def render(snapshot: Snapshot, options: PageOptions | None = None) -> str:
    """One HTML document that shows the snapshot: no request to anywhere, the same text for the same snapshot.

    Text of articles is embedded as inert JSON and reaches the page only as text. Raises InputError for an actor in
    `options.focus` that the snapshot does not have.
    """
    # pyvis brings IPython, which takes a second to import: not before a page is wanted.
    from pyvis.network import Network  # type: ignore[import-untyped]

    options = options or PageOptions()
    part = choose(snapshot, options)
    drawn = lines(part.snapshot)
    graph = network(part.snapshot)
    net = Network(directed=True, heading=_clean(options.title), cdn_resources="in_line")
    draw(net, part, graph, drawn, options.cache)
    net.set_template_dir(str(_ASSETS), "page.html.j2")
    # pyvis makes an environment without autoescape; this replaces it.
    net.templateEnv = Environment(loader=_Unindented(_ASSETS), autoescape=True)
    net.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    net.templateEnv.globals["view"] = _assets() | {"content": content(part, graph, drawn)}
    return str(net.generate_html())


class _Unindented(FileSystemLoader):
    """Templates without the blanks at the beginning of their lines, which say nothing in HTML."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template, where it stands, and whether it is still the same."""
        source, path, fresh = super().get_source(environment, template)
        return _INDENT.sub("", source), path, fresh


@cache
def _assets() -> dict[str, object]:
    scripts = [_vis(), _program()]
    for script in scripts:
        if "</script" in script.lower() or "<!--" in script:
            raise DetenteError("a script of the page would end its own tag", remedy="reinstall detente and pyvis 0.3.2")
    styles = _BEFORE_VALUE.sub(r"\1:", _AROUND.sub(r"\1", _COMMENT.sub("", _sheet()))).replace(";}", "}")
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'sha256-{_hash(styles)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return {"policy": policy, "styles": styles, "scripts": scripts}


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


def _sheet() -> str:
    return "".join(_asset(f"{name}.css") for name in _STYLES)


def _program() -> str:
    """The modules as one script without comments and blanks, each after those that it imports.

    A file opened from a disk may not import another one, so imports and exports fall away: every module is one name.
    """
    modules: dict[str, str] = {}
    _gather(_FIRST_SCRIPT, modules)
    bare = str(jsmin('"use strict";\n' + "".join(modules.values())))
    return _CONST.sub("let", _ONE_ARGUMENT.sub(r"\1=>", bare))


def _gather(name: str, modules: dict[str, str]) -> None:
    text = _asset(f"{name}.js")
    for needed in _IMPORT.findall(text):
        if needed not in modules:
            _gather(needed, modules)
    modules[name] = _EXPORT.sub("", _IMPORT.sub("", text)).lstrip("\n")


def _vis() -> str:
    bundle = files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js")
    return bundle.read_text("utf-8")


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _clean(title: str) -> str:
    """The title without what no HTML file can hold: control characters and halves of surrogate pairs."""
    return "".join(each if each.isprintable() else " " for each in title).strip() or "Untitled"
