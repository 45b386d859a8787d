"""Documents, passages and how they are found. Imports nothing from qa."""
