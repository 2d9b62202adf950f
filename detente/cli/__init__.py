"""The command line: one module a group of commands; what they share is in the private ones."""

from detente.cli._run import run

__all__ = ["run"]
