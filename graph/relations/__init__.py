"""The vocabulary of relations: names, polarity, weight and CAMEO codes, from `relations.csv`."""

from graph.relations._vocabulary import Polarity, Relation, cameo_relation, relation, relations

__all__ = ["Polarity", "Relation", "cameo_relation", "relation", "relations"]
