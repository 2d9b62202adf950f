"""What a graph of actors is: model, relations, register of actors, store, network and page."""
