"""Changes that keep a document's meaning: what is found in it must not grow by them."""
