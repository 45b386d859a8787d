"""Ask a dossier of articles; answered word for word, with citations. This is the whole public surface."""

from index.document import Document
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
