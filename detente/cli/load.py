from __future__ import annotations

from itertools import chain

from detente import _reading, _store
from detente._decisions import with_decisions
from detente._standing import put_standing
from detente.cli._batch import Batch
from detente.cli._options import Actors, Articles
from detente.cli._progress import followed, progress


def load(paths: Articles, actors: Actors = None) -> None:
    """Read articles into the store.

    What is there already stays as it is. Articles that cannot be read are listed at the end.
    """
    batch = Batch(paths)
    reader = _reading.open_reader(actors or ())
    with progress(batch.size) as report:
        found = with_decisions(reader.read_all(batch.documents()), actors or ())
        readings = followed(found, report)
        first = next(readings, None)
        if first is not None:
            with _store.open_store() as store:
                new = store.write(chain([first], readings))
                put_standing(store, actors or ())
            print(f"new: {new.documents} documents, {new.claims} claims, {new.actors} actors, {new.ties} ties")
    batch.finish()
