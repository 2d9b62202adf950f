"""Writes the compiled form of the register: `python -m tools.register.compile`, after a change of its YAML files."""

from __future__ import annotations

from pathlib import Path

from graph.register._shipped import COMPILED, compiled

TARGET = Path(__file__).parents[2] / "graph" / "register" / "data" / COMPILED


def main() -> None:
    """Writes the file anew."""
    TARGET.write_text(compiled(), encoding="utf-8")


if __name__ == "__main__":
    main()
