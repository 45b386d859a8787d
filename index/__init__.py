"""Documents, passages and how they are found. Imports nothing from qa."""

import os

# Torch's and FAISS's threads otherwise spin while they wait: beside a busy process an embedding took 30 times as long.
# It is read when the first of the two is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
