"""Ask a dossier of articles; answered word for word, with citations. This is the whole public surface."""

from index.document import Document
from index.errors import DossierError
from index.index import Hit
from index.passage import Passage
from qa.answer import Answer, Citation
from qa.assistant import Assistant, ask

__all__ = ["Answer", "Assistant", "Citation", "Document", "DossierError", "Hit", "Passage", "ask"]
