"""The register of actors: who a word of the news can mean, from data files, and extended by the user's own."""

from graph.register._entries import Link, Role, slug
from graph.register._index import Candidate, Match
from graph.register._lint import problems
from graph.register._register import Register

__all__ = ["Candidate", "Link", "Match", "Register", "Role", "problems", "slug"]
