"""Writes the files of the benchmark: test.jsonl, train.jsonl and the descriptor dataset.json."""

from hashlib import sha256
import json
from pathlib import Path
from random import Random

import abacus

NAME = "abacus"
VERSION = "1"
# Split: (problems of each subject and level, seed).
FILES = {abacus.TEST: (25, 1), abacus.TRAIN: (100, 2)}
# More problems of the test split, none of which is in test.jsonl: for the study, whose rules were fixed on that one.
STUDY = ("study", 50, 3)


def write(folder: Path):
    folder.mkdir(parents=True, exist_ok=True)
    splits = {}
    for split, (per_cell, seed) in FILES.items():
        lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records(split, per_cell, seed)]
        content = "".join(lines).encode("utf-8")
        (folder / f"{split}.jsonl").write_bytes(content)
        splits[split] = {
            "file": f"{split}.jsonl",
            "problems": len(lines),
            "sha256": sha256(content).hexdigest(),
        }
    _write_study(folder)
    descriptor = json.dumps(_descriptor(splits), indent=2) + "\n"
    (folder / "dataset.json").write_text(descriptor, encoding="utf-8")


def _write_study(folder):
    name, per_cell, seed = STUDY
    known = [record["problem"] for record in records(abacus.TEST, *FILES[abacus.TEST])]
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records(abacus.TEST, per_cell, seed, known, name)]
    (folder / f"{name}.jsonl").write_bytes("".join(lines).encode("utf-8"))


def records(split, per_cell, seed, known=(), name=None):
    """Rounds with one problem of each subject and level, so that a beginning of the file is a balanced sample."""
    rng = Random(seed)
    told = set(known)
    for number in range(per_cell):
        cells = [(subject, level) for level in abacus.LEVELS for subject in abacus.SUBJECTS]
        for at, (subject, level) in enumerate(cells):
            problem = abacus.problem(rng, subject, level, split)
            while problem.text in told:
                problem = abacus.problem(rng, subject, level, split)
            told.add(problem.text)
            yield {
                "id": f"{NAME}-{name or split}-{number * len(cells) + at + 1:04}",
                "problem": problem.text,
                "answer": str(problem.answer),
                "solution": problem.solution,
                "subject": subject,
                "level": level,
            }


def _descriptor(splits):
    return {
        "name": NAME,
        "version": VERSION,
        "license": "MIT",
        "fields": {name: name for name in ("id", "problem", "answer", "solution", "subject", "level")},
        "answer": {"extraction": "####", "kind": "integer"},
        "splits": splits,
    }
