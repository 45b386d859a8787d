"""Questions on short made-up articles, each of which shows a kind of fault: ../shared/cases/asking.

python -m bench.cases ../shared/cases/asking
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.report import NotRun, table
from bench.sets import bare, rows
from qa import Assistant


def part(folder: Path) -> str:
    """How many first quotes are right, how many that nothing answers were answered, and each that went wrong."""
    if not folder.is_dir():
        raise NotRun(f"there is no {folder}")
    assistant = Assistant.from_folder(folder)
    right, held, false, wrong = 0, 0, 0, []
    last: list[dict[str, str]] = []
    for item in rows(folder / "questions.jsonl"):
        history = last if item["kind"] == "follow-up" else []
        answer = assistant.ask(item["question"], history=history)
        quote = answer.citations[0].quote if answer.citations else ""
        fits = any(bare(snippet) in bare(quote) for snippet in item["expect"])
        right, held = right + fits, held + bool(item["expect"])
        false += answer.answered and not item["expect"]
        if fits != bool(item["expect"]) or (answer.answered and not item["expect"]):
            wrong.append((item["question"], item["kind"], quote[:90] or "declined"))
        last = [
            *history,
            {"role": "user", "content": item["question"]},
            {"role": "assistant", "content": answer.text},
        ]
    told = f"The first quote is right for {right} of {held}; of those that nothing answers {false} were answered."
    return f"{told}\n\n{table(('went wrong', 'kind', 'first quote'), wrong)}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/cases/asking"))
    print(part(parser.parse_args().folder))
