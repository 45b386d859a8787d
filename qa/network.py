"""The network of the evidence reader: question and passage attend to each other, each sentence gets two logits.

It is trained so (bench/train.py) and used so where OpenVINO cannot run; elsewhere judge.py computes the same. How its
weights are found and checked stands in reader.py.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from qa.window import Window

#: The cosine's weight before training: 0.1 more cosine is one more unit of log-odds.
SCALE = 10.0
#: What is asked of each sentence: whether it answers, and whether it denies what the question takes for granted. The
#: second has not learnt enough to be told (see reader.md) and is not used.
ANSWERS, DENIES = 0, 1


class Network(nn.Module):
    """Logits of sentences, from the token vectors of a question and a passage that have attended to each other.

    logit = scale * cosine(q, s) + linear(s, maximum of the sentence's vectors, first vector, q * s), where q and s are
    the means of the question's and the sentence's token vectors: it starts as the cosine that the encoder was trained
    for. The scale of the second logit (DENIES) starts at 0.
    """

    #: What judges, for a report.
    name = "torch, f32"

    def __init__(self, encoder: nn.Module, width: int, padding: int = 0) -> None:
        """encoder: transformers' BertModel or MPNetModel, of that width; padding: the number of its padding piece."""
        super().__init__()
        self.encoder = encoder
        self.padding = padding
        self.dropout = nn.Dropout(0.1)
        self.judge = nn.Linear(4 * width, 2)
        self.scale = nn.Parameter(torch.tensor([SCALE, 0.0]))

    def forward(self, windows: Sequence[Window]) -> list[Tensor]:
        """For each window the logits of its sentences, shape (sentences, 2)."""
        longest = max(len(window.pieces) for window in windows)
        ids = torch.full((len(windows), longest), self.padding, dtype=torch.long)
        mask = torch.zeros(len(windows), longest, dtype=torch.long)
        for row, window in enumerate(windows):
            ids[row, : len(window.pieces)] = torch.tensor(window.pieces)
            mask[row, : len(window.pieces)] = 1
        vectors = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return [self.logits(row, window) for row, window in zip(vectors, windows, strict=True)]

    @torch.inference_mode()
    def judged(self, windows: Sequence[Window]) -> list[list[list[float]]]:
        """The same as plain numbers, with nothing kept for training."""
        return [logits.tolist() for logits in self(windows)] if windows else []

    def logits(self, vectors: Tensor, window: Window) -> Tensor:
        """The logits of the window's sentences, from its token vectors (one a row)."""
        asked = vectors[1 : window.question_end].mean(0)
        said = torch.stack([vectors[start:end].mean(0) for start, end in window.spans])
        highest = torch.stack([vectors[start:end].amax(0) for start, end in window.spans])
        first = vectors[0].expand(len(window.spans), -1)
        features = torch.cat([said, highest, first, asked * said], dim=-1)
        cosine = nn.functional.cosine_similarity(asked, said)
        judged: Tensor = self.judge(self.dropout(features))
        return self.scale * cosine[:, None] + judged
