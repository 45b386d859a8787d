"""Ask a dossier of articles; answered word for word, with citations. This is the whole public surface.

A name is imported when it is first used: all of them take seconds, `python -m qa --help` needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.document import NOT_STATED, Document
    from index.errors import DossierError
    from index.index import Hit
    from index.moment import Moment
    from index.passage import Passage
    from index.speaker import Speaker
    from qa.agreement import Relation
    from qa.answer import Answer, Citation, Section
    from qa.assistant import Assistant, ask
    from qa.coverage import Coverage
    from qa.timeline import Event
    from qa.viewpoint import Viewpoint

__all__ = [
    "NOT_STATED",
    "Answer",
    "Assistant",
    "Citation",
    "Coverage",
    "Document",
    "DossierError",
    "Event",
    "Hit",
    "Moment",
    "Passage",
    "Relation",
    "Section",
    "Speaker",
    "Viewpoint",
    "ask",
]
#: The file that holds a name, where it is not the name's own in qa.
_PLACES = {
    "NOT_STATED": "index.document",
    "Document": "index.document",
    "DossierError": "index.errors",
    "Hit": "index.index",
    "Moment": "index.moment",
    "Passage": "index.passage",
    "Speaker": "index.speaker",
    "Relation": "qa.agreement",
    "Citation": "qa.answer",
    "Section": "qa.answer",
    "ask": "qa.assistant",
    "Event": "qa.timeline",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_PLACES.get(name, f"qa.{name.lower()}")), name)
    globals()[name] = found
    return found
