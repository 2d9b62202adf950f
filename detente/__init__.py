"""detente: news becomes a graph of geopolitical actors, with the sentence behind every tie."""

__version__ = "0.1.0"
