"""The page: a network of actors as one HTML file that works offline and opens the sentence behind every line."""

from graph.page._notebook import inline
from graph.page._options import PageOptions
from graph.page._render import render

__all__ = ["PageOptions", "inline", "render"]
