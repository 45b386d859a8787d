"""Documents, passages and how they are found. Imports nothing from qa."""

import os

# Torch's and FAISS's threads otherwise spin while they wait: beside a busy process an embedding took 30 times as long.
# It is read when the first of the two is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from index.hidden import hidden, stood_in

# What spaCy imports and nobody here calls. thinc, below it, takes torch where it finds it, for models that we have not:
# three seconds of every start. spaCy's own command line brings an HTTP client and the like: half a second.
with hidden("torch"):
    import thinc.compat  # noqa: F401
with stood_in("spacy.cli", "spacy.cli.info", info=None):
    import spacy  # noqa: F401
