"""An endless, seeded stream of training batches."""

from random import Random

import torch

import abacus
from reckon_training.tokenizer import PAD

BATCHES_PER_SHUFFLE = 12
CURRICULUM_END = 0.35
# 1 would be even; lower values draw the higher, longer levels more often.
LEVEL_SKEW = 0.75
IGNORED = -100


def draw_level(rng, progress):
    """Higher levels come in during the first third."""
    reach = 1 + (len(abacus.LEVELS) - 1) * min(1.0, progress / CURRICULUM_END)
    return 1 + min(len(abacus.LEVELS) - 1, int(reach * rng.random() ** LEVEL_SKEW))


def sample(rng, tokenizer, progress=1.0):
    """A problem of the training split, its prompt ids and its solution ids."""
    subject = rng.choice(list(abacus.SUBJECTS))
    problem = abacus.problem(rng, subject, draw_level(rng, progress), abacus.TRAIN)
    return problem, tokenizer.prompt(problem.text), tokenizer.solution(problem.solution)


def batches(tokenizer, seed, size, total_tokens, schedule_tokens):
    """Yields (ids, targets, tokens so far) until the budget is spent; only solution tokens are targets."""
    rng = Random(seed)
    tokens = 0
    while True:
        pairs = [sample(rng, tokenizer, tokens / schedule_tokens)[1:] for _ in range(BATCHES_PER_SHUFFLE * size)]
        # Rows of like length stand together: little padding.
        pairs.sort(key=lambda pair: len(pair[0]) + len(pair[1]))
        groups = [pairs[at : at + size] for at in range(0, len(pairs), size)]
        rng.shuffle(groups)
        for group in groups:
            tokens += sum(len(prompt) + len(solution) for prompt, solution in group)
            yield (*_tensors(group), tokens)
            if tokens >= total_tokens:
                return


def _tensors(group):
    width = max(len(prompt) + len(solution) for prompt, solution in group) - 1
    ids = torch.full((len(group), width), PAD)
    targets = torch.full((len(group), width), IGNORED)
    for row, (prompt, solution) in enumerate(group):
        whole = torch.tensor(prompt + solution)
        ids[row, : len(whole) - 1] = whole[:-1]
        targets[row, len(prompt) - 1 : len(whole) - 1] = whole[len(prompt) :]
    return ids, targets
