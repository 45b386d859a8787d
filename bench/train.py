r"""Train an evidence reader (qa/network.py) on the lessons that bench/lessons.py made; write its weights.

    python -m bench.train quick --lessons build/lessons --out build/quick.safetensors
    python -m bench.train strong --base build/mpnet --lessons build/lessons --out build/strong.safetensors

quick: MiniLM, of which all layers are trained and the embeddings stay. strong: all-mpnet-base-v2 with low-rank adapters
(LoRA, Hu et al., 2022) in its upper layers, merged when it is loaded, so that only they need shipping.

A step puts a few questions to some of their passages, right ones and hard wrong ones, cut to the sentences around one
of them. The loss is listwise: all sentences read for a question, and "none of them" with the fixed logit 0, compete for
it, so that one scale serves choosing and declining; a yes/no loss a sentence adds that several may answer.

Seeded. A checkpoint beside --out is gone on from where there is one. Runs on the CPU, or on a GPU as it is.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from peft import LoraConfig, inject_adapter_in_model
from safetensors.torch import load_file, save_file
from sklearn.metrics import roc_auc_score
from torch import Tensor
from transformers import BertModel, MPNetConfig, MPNetModel

from bench.lessons import Lesson, Text, kept
from index.embed import packaged_minilm
from index.pieces import Pieces
from qa.network import ANSWERS, DENIES, Network
from qa.window import Window, in_mpnet, windows

log = logging.getLogger("train")

SEED = 0
QUESTIONS_A_STEP = 16
WARM_UP, CLIP = 0.05, 1.0
#: How much a right sentence outweighs a wrong one, and the yes/no losses the choice among sentences.
RIGHT_WEIGHT, YES_NO_WEIGHT, DENIES_WEIGHT = 2.0, 1.0, 0.2
#: A sentence drawn at random answers with about these log-odds less its cosine.
FIRST_BIAS = -5.0
#: Layers of all-mpnet-base-v2 with adapters, their rank, and which of its products have them.
ADAPTED, RANK = range(4, 12), 32
PRODUCTS = ["q", "k", "v", "o", "intermediate.dense", "output.dense"]
CHECKPOINT_STEPS, LOG_STEPS = 25, 10


@dataclass(frozen=True, slots=True)
class Pace:
    """How long and how fast is learnt.

    learning_rate, judge_rate: of the encoder and of the judge on top. right, wrong: passages of a question that are
    read in a step, with and without an answer. most_pieces: word pieces that a passage is cut to. public: questions
    of each public set at most, drawn anew for each pass.
    """

    passes: int
    learning_rate: float
    judge_rate: float
    right: int
    wrong: int
    most_pieces: int
    public: int


PACES = {"quick": Pace(1, 1e-4, 5e-4, 2, 2, 130, 400), "strong": Pace(1, 4e-4, 1e-3, 1, 2, 80, 150)}


@dataclass(frozen=True, slots=True)
class Read:
    """A window, and which of its sentences answer or deny, shape (sentences, 2)."""

    window: Window
    labels: Tensor


def quick(start: Path | None) -> Network:
    """MiniLM; its judge starts as the cosine, or all of it as another reader of this kind."""
    folder = packaged_minilm()
    # torch has fast attention for the CPU only where none of it is dropped out: it would be half of the time.
    encoder = BertModel.from_pretrained(
        folder, local_files_only=True, add_pooling_layer=False, dtype=torch.float32, attention_probs_dropout_prob=0.0
    )
    network = Network(encoder, encoder.config.hidden_size)
    network.encoder.embeddings.requires_grad_(False)
    return begun(network, start)


def strong(base: Path, start: Path | None) -> Network:
    """all-mpnet-base-v2 with untrained adapters, or those of another reader of this kind."""
    # Its config.json has these and, for the rest, what transformers has for mpnet-base.
    config = MPNetConfig(max_position_embeddings=514, layer_norm_eps=1e-5, attention_probs_dropout_prob=0.0)
    encoder = MPNetModel(config, add_pooling_layer=False)
    encoder.load_state_dict(load_file(base / "model.safetensors"), strict=False)  # it holds a pooling layer too
    encoder.requires_grad_(False)
    adapters = LoraConfig(
        r=RANK,
        lora_alpha=RANK,
        lora_dropout=0.0,
        target_modules=PRODUCTS,
        layers_to_transform=list(ADAPTED),
        layers_pattern="layer",
    )
    width, padding = config.hidden_size, config.pad_token_id or 0
    return begun(Network(inject_adapter_in_model(adapters, encoder), width, padding), start)


def begun(network: Network, start: Path | None) -> Network:
    torch.nn.init.normal_(network.judge.weight, std=1e-3)
    with torch.no_grad():
        network.judge.bias.fill_(FIRST_BIAS)
    if start:
        known = network.state_dict()
        for name, value in load_file(start).items():  # of the reader before this kind, which had one logit, the first
            known[name].view(-1)[: value.numel()] = value.view(-1)
    return network


class Reading:
    """Lessons as the network reads them."""

    def __init__(self, pace: Pace, *, mpnet: bool) -> None:
        self.pieces = Pieces(packaged_minilm())
        self.pace = pace
        self.mpnet = mpnet

    def of(self, lesson: Lesson, chance: random.Random) -> list[Read]:
        """What is read of a lesson in a step."""
        right = [text for text in lesson.texts if text.right]
        wrong = [text for text in lesson.texts if not text.right]
        near = [1 / (place + 2) for place in range(len(wrong))]
        drawn = (
            {id(text): text for text in chance.choices(wrong, near, k=self.pace.wrong + (not right))} if wrong else {}
        )
        chosen = chance.sample(right, min(len(right), self.pace.right)) + list(drawn.values())
        return [read for text in chosen for read in self.windows(lesson, self.cut(text, chance))]

    def whole(self, lesson: Lesson) -> list[Read]:
        return [read for text in lesson.texts for read in self.windows(lesson, text)]

    def cut(self, text: Text, chance: random.Random) -> Text:
        """Neighbouring sentences of a text of at most so many pieces, around a right one or one drawn."""
        lengths = [len(pieces) for pieces in self.pieces.of(text.sentences, 160)]
        middle = chance.choice(sorted(text.right or text.denies) or range(len(lengths)))
        first = last = middle
        held = lengths[middle]
        sides = [-1, 1]
        while sides:
            side = chance.choice(sides)
            place = first - 1 if side < 0 else last + 1
            if not 0 <= place < len(lengths) or held + lengths[place] > self.pace.most_pieces:
                sides.remove(side)
                continue
            held += lengths[place]
            first, last = min(first, place), max(last, place)
        inside = range(first, last + 1)
        return Text(
            text.heading,
            text.sentences[first : last + 1],
            frozenset(place - first for place in text.right if place in inside),
            frozenset(place - first for place in text.denies if place in inside),
        )

    def windows(self, lesson: Lesson, text: Text) -> Iterator[Read]:
        first = 0
        for window in windows(self.pieces, lesson.question, lesson.turns, text.heading, text.sentences):
            numbers = range(first, first + len(window.spans))
            labels = torch.tensor([[float(number in text.right), float(number in text.denies)] for number in numbers])
            yield Read(in_mpnet(window) if self.mpnet else window, labels)
            first += len(window.spans)


def logits_of(network: Network, reads: Sequence[Read], lots: int) -> list[Tensor]:
    """For each of them its logits; read in `lots` by length, for less padding than all at once."""
    order = sorted(range(len(reads)), key=lambda place: len(reads[place].window.pieces))
    found: dict[int, Tensor] = {}
    size = -(-len(order) // lots)
    for start in range(0, len(order), size):
        part = order[start : start + size]
        found |= dict(zip(part, network([reads[place].window for place in part]), strict=True))
    return [found[place] for place in range(len(reads))]


def loss(network: Network, questions: Sequence[Sequence[Read]]) -> tuple[Tensor, list[float]]:
    """The mean loss of some questions, and for each that has an answer whether its best sentence is right."""
    flat = [read for reads in questions for read in reads]
    found = iter(logits_of(network, flat, 4))
    losses, best = [], []
    right_weight = torch.tensor(RIGHT_WEIGHT)
    for reads in questions:
        logits = torch.cat([next(found) for _ in reads])
        labels = torch.cat([read.labels for read in reads])
        answers, right = logits[:, ANSWERS], labels[:, ANSWERS] > 0
        every = torch.cat([answers, answers.new_zeros(1)]).logsumexp(0)
        choice = every - answers[right].logsumexp(0) if right.any() else every
        yes_no = torch.nn.functional.binary_cross_entropy_with_logits(
            answers, labels[:, ANSWERS], pos_weight=right_weight, reduction="sum"
        )
        denied = torch.nn.functional.binary_cross_entropy_with_logits(logits[:, DENIES], labels[:, DENIES])
        losses.append(choice + YES_NO_WEIGHT * yes_no / 8 + DENIES_WEIGHT * denied)
        if right.any():
            best.append(float(right[answers.argmax()]))
    return torch.stack(losses).mean(), best


def order_of(own: Sequence[Lesson], public: Sequence[Sequence[Lesson]], pace: Pace) -> list[Lesson]:
    """The questions in the order in which they are learnt from."""
    chance = random.Random(SEED)
    order: list[Lesson] = []
    for _ in range(pace.passes):
        drawn = [*own, *(one for some in public for one in chance.sample(some, min(len(some), pace.public)))]
        order.extend(chance.sample(drawn, len(drawn)))
    return order


def train(network: Network, order: Sequence[Lesson], reading: Reading, pace: Pace, checkpoint: Path) -> None:
    """Fit the network in place."""
    judge = [network.scale, *network.judge.parameters()]
    learnt = [weight for weight in network.encoder.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": learnt, "lr": pace.learning_rate}, {"params": judge, "lr": pace.judge_rate}], weight_decay=0.01
    )
    steps = len(order) // QUESTIONS_A_STEP
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), max(0.02, (steps - step) / (steps * (1 - WARM_UP))))
    )
    begin = 0
    if checkpoint.exists():
        stored = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(stored["network"], strict=False)
        optimizer.load_state_dict(stored["optimizer"])
        rate.load_state_dict(stored["rate"])
        begin = stored["step"]
    network.train()
    began, losses, best = time.monotonic(), [], []
    for step in range(begin, steps):
        torch.manual_seed(SEED + step)
        chance = random.Random(SEED + step)
        drawn = order[step * QUESTIONS_A_STEP : (step + 1) * QUESTIONS_A_STEP]
        value, right = loss(network, [reads for one in drawn if (reads := reading.of(one, chance))])
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        rate.step()
        optimizer.zero_grad()
        losses.append(value.item())
        best.extend(right)
        if step % LOG_STEPS == LOG_STEPS - 1:
            pace_now = (time.monotonic() - began) / (step + 1 - begin)
            log.info(
                "step %d of %d: loss %.3f, best right %.2f, %.1f s a step",
                step + 1,
                steps,
                np.mean(losses),
                np.mean(best),
                pace_now,
            )
            losses, best = [], []
        if step % CHECKPOINT_STEPS == CHECKPOINT_STEPS - 1:
            torch.save(
                {
                    "network": trained(network),
                    "optimizer": optimizer.state_dict(),
                    "rate": rate.state_dict(),
                    "step": step + 1,
                },
                checkpoint,
            )
    network.eval()


@torch.inference_mode()
def watch(network: Network, lessons: Sequence[Lesson], reading: Reading, texts: int) -> dict[str, float]:
    """Of questions with an answer, how often the best of all sentences is right; and how well the best logit tells
    those with an answer from those without. texts: how many of the passages found are read.
    """
    first, top, held = [], [], []
    for lesson in lessons:
        reads = reading.whole(Lesson(lesson.question, lesson.turns, lesson.texts[:texts]))
        logits = torch.cat(logits_of(network, reads, 3))[:, ANSWERS]
        labels = torch.cat([read.labels for read in reads])[:, ANSWERS]
        answerable = any(text.right for text in lesson.texts)
        top.append(float(logits.max()))
        held.append(answerable)
        if answerable:
            first.append(float(labels[logits.argmax()]))
    return {"first": float(np.mean(first)), "auroc": float(roc_auc_score(held, top)) if len(set(held)) > 1 else 0.5}


def trained(network: Network) -> dict[str, Tensor]:
    """The weights that training changes."""
    learnt = {name for name, weight in network.named_parameters() if weight.requires_grad}
    return {name: value for name, value in network.state_dict().items() if name in learnt}


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("size", choices=tuple(PACES))
    parser.add_argument("--lessons", type=Path, default=Path("build/lessons"))
    parser.add_argument("--base", type=Path, help="folder of all-mpnet-base-v2, for the strong reader")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, help="learn from so many questions only, for a learning curve")
    parser.add_argument("--watch", type=int, default=150, help="questions of each fit part to watch it by")
    options = parser.parse_args()
    pace = PACES[options.size]
    reading = Reading(pace, mpnet=options.size == "strong")
    network = strong(options.base, options.start) if options.size == "strong" else quick(options.start)
    own = [one for file in sorted((options.lessons / "train").glob("*.jsonl")) for one in kept(file)]
    public = [kept(file) for file in sorted((options.lessons / "public").glob("*.jsonl"))]
    order = order_of(own, public, pace)[: options.most]
    log.info("%d questions of our own, %d public; %d to learn from", len(own), sum(map(len, public)), len(order))
    train(network, order, reading, pace, options.out.with_suffix(".checkpoint"))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: value.half().contiguous() for name, value in trained(network).items()}, options.out)
    for file in sorted((options.lessons / "fit").glob("*.jsonl")):
        lessons = kept(file)[:: max(1, len(kept(file)) // options.watch)]
        log.info("%s: %s", file.stem, watch(network, lessons, reading, 20 if options.size == "quick" else 6))


if __name__ == "__main__":
    main()
