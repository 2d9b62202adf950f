"""Decisions about actors: two are the same, or different, or it is unsure; kept in a file, reversible."""

from graph.decisions._decisions import Decision, Decisions, Verdict
from graph.decisions._notes import noted
from graph.decisions._readings import decided, from_snapshot

__all__ = ["Decision", "Decisions", "Verdict", "decided", "from_snapshot", "noted"]
