"""What the models say to three texts, so that whoever loads them can test itself."""

from random import Random

import torch

import abacus
from reckon_training.prm import read

SEED = 11
TOLERANCE = 1e-3


def proposer_answers(model, tokenizer):
    """The logits at the last position of each text."""
    return _document(
        "logits at the last position",
        [
            {"ids": ids, "logits": _rounded(model.logits(model(torch.tensor([ids])))[0, -1])}
            for ids in _texts(tokenizer)
        ],
    )


def prm_answers(trunk, head, tokenizer):
    """The score at each position of each text."""
    return _document(
        "scores at every position",
        [
            {
                "ids": ids,
                "scores": _rounded(head(read(trunk, torch.tensor([ids]), tokenizer.newline).features()).sigmoid()[0]),
            }
            for ids in _texts(tokenizer)
        ],
    )


def _texts(tokenizer):
    """A right solution, one with a wrong digit, and one that is cut in the middle."""
    rng = Random(SEED)
    whole = []
    for subject in ("arithmetic", "equations", "word-problems"):
        problem = abacus.problem(rng, subject, 3, abacus.TEST)
        whole.append([*tokenizer.prompt(problem.text), *tokenizer.solution(problem.solution)])
    right, wrong, cut = whole
    digits = [at for at, i in enumerate(wrong) if tokenizer.pieces[i].isdigit() and at > wrong.index(tokenizer.newline)]
    spoiled = digits[len(digits) // 2]
    digit = (int(tokenizer.pieces[wrong[spoiled]]) + 1) % 10
    wrong[spoiled] = tokenizer.ids[str(digit)]
    return [right, wrong, cut[: len(cut) * 2 // 3]]


def _document(what, texts):
    return {"what": what, "tolerance": TOLERANCE, "texts": texts}


def _rounded(values):
    return [round(value, 6) for value in values.tolist()]
