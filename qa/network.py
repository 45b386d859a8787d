"""The network of the evidence reader: question and passage attend to each other, each sentence gets a logit.

How its weights are found and checked stands in reader.py; how they were trained, in bench/train.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel, PreTrainedTokenizerBase

#: Word pieces read of a question, of a title, of a sentence, and in all at once; what is longer is cut.
QUESTION_PIECES, TITLE_PIECES, SENTENCE_PIECES, WINDOW_PIECES = 64, 24, 160, 256
#: The cosine's weight before training: 0.1 more cosine is one more unit of log-odds.
SCALE = 10.0


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once: word pieces, where the question ends in them, and where each sentence stands."""

    pieces: tuple[int, ...]
    question_end: int
    spans: tuple[tuple[int, int], ...]


class Network(nn.Module):
    """Logits of sentences, from the token vectors of a question and a passage that have attended to each other.

    logit = scale * cosine(q, s) + linear(s, maximum of the sentence's vectors, first vector, q * s), where q and s are
    the means of the question's and the sentence's token vectors: it starts as the cosine that MiniLM was trained for.
    """

    def __init__(self, encoder: BertModel, tokenizer: PreTrainedTokenizerBase) -> None:
        super().__init__()
        self.encoder = encoder
        self.tokenizer = tokenizer
        self.dropout = nn.Dropout(0.1)
        self.judge = nn.Linear(4 * encoder.config.hidden_size, 1)
        self.scale = nn.Parameter(torch.tensor(SCALE))

    def pieces(self, text: str, most: int) -> tuple[int, ...]:
        """The word pieces of `text`, at most `most`."""
        return tuple(self.tokenizer(text, add_special_tokens=False, truncation=True, max_length=most)["input_ids"])

    def windows(self, question: str, title: str, sentences: Sequence[str]) -> Iterator[Window]:
        """Windows that together hold every sentence once, in order.

        Each is [CLS] question [SEP] title [SEP] sentences [SEP].
        """
        first, last = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        head = (first, *self.pieces(question, QUESTION_PIECES), last)
        opening = (*head, *self.pieces(title, TITLE_PIECES), last)
        held: list[int] = list(opening)
        spans: list[tuple[int, int]] = []
        for sentence in sentences:
            read = self.pieces(sentence, SENTENCE_PIECES) or (last,)
            if spans and len(held) + len(read) >= WINDOW_PIECES:
                yield Window((*held, last), len(head) - 1, tuple(spans))
                held, spans = list(opening), []
            spans.append((len(held), len(held) + len(read)))
            held.extend(read)
        if spans:
            yield Window((*held, last), len(head) - 1, tuple(spans))

    def forward(self, windows: Sequence[Window]) -> list[Tensor]:
        """For each window the logits of its sentences."""
        longest = max(len(window.pieces) for window in windows)
        ids = torch.zeros(len(windows), longest, dtype=torch.long)
        mask = torch.zeros(len(windows), longest, dtype=torch.long)
        for row, window in enumerate(windows):
            ids[row, : len(window.pieces)] = torch.tensor(window.pieces)
            mask[row, : len(window.pieces)] = 1
        vectors = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        return [self.logits(row, window) for row, window in zip(vectors, windows, strict=True)]

    @torch.inference_mode()
    def judged(self, windows: Sequence[Window]) -> list[list[float]]:
        """The same as plain numbers, with nothing kept for training."""
        return [logits.tolist() for logits in self(windows)] if windows else []

    def logits(self, vectors: Tensor, window: Window) -> Tensor:
        """The logits of the window's sentences, from its token vectors (one a row)."""
        asked = vectors[1 : window.question_end].mean(0)
        said = torch.stack([vectors[start:end].mean(0) for start, end in window.spans])
        highest = torch.stack([vectors[start:end].amax(0) for start, end in window.spans])
        first = vectors[0].expand(len(window.spans), -1)
        signs = torch.cat([said, highest, first, asked * said], dim=-1)
        cosine = nn.functional.cosine_similarity(asked, said)
        judged: Tensor = self.judge(self.dropout(signs)).squeeze(-1)
        return self.scale * cosine + judged
