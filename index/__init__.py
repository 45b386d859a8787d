"""Documents, passages and how they are found. Imports nothing from qa."""

import os

# Torch's and FAISS's threads otherwise spin while they wait: beside a busy process an embedding took 30 times as long.
# It is read when the first of the two is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from index.hidden import hidden  # noqa: E402 - below the setting

# thinc, below spaCy, imports torch where it finds it, for models we do not have: three seconds of every start.
with hidden("torch"):
    import thinc.compat  # noqa: F401
