"""The library of Cypher questions: one `.cypher` file each."""
