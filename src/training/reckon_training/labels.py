"""Labels for the process reward model: how often a solution continued from a prefix ends right.

Three sets of problems, all of the training split: `rollouts` has a soft label for every prefix of its samples, from
continuations by the proposer; `outcomes` has more samples, each prefix labelled with how its sample ended; `held_out`
is labelled like `rollouts` but never trained on.
"""

from dataclasses import dataclass
from random import Random

import abacus
from reckon_training.grading import is_right, line_ends
from reckon_training.sampler import sample


@dataclass(frozen=True)
class LabelSettings:
    rollout_problems: int
    rollout_samples: int
    rollouts: int
    outcome_problems: int
    outcome_samples: int
    held_out_problems: int
    held_out_samples: int
    temperature: float = 0.8
    seed: int = 3


def make_labels(proposer, tokenizer, settings, log=print):
    """A document of problems with their samples; a sample's `labels` stand at its line `ends`, the prompt's first."""
    rng = Random(settings.seed)
    sets = {
        "rollouts": (settings.rollout_problems, settings.rollout_samples, settings.rollouts),
        "outcomes": (settings.outcome_problems, settings.outcome_samples, 0),
        "held_out": (settings.held_out_problems, settings.held_out_samples, settings.rollouts),
    }
    told = set()
    document = {}
    for at, (name, (count, samples, rollouts)) in enumerate(sets.items()):
        problems = _problems(rng, count, told)
        seed = settings.seed * 100 + 10 * at
        document[name] = _label(proposer, tokenizer, settings, problems, samples, rollouts, seed)
        right = [sample["labels"][-1] for problem in document[name] for sample in problem["samples"]]
        share = sum(right) / len(right)
        log(f"labels: {name}: {len(problems)} problems, {len(right)} samples, {share:.3f} right", flush=True)
    return document


def _problems(rng, count, told):
    """Subjects and levels in equal parts; no problem in two sets."""
    cells = [(subject, level) for level in abacus.LEVELS for subject in abacus.SUBJECTS]
    problems = []
    while len(problems) < count:
        problem = abacus.problem(rng, *cells[len(problems) % len(cells)], abacus.TRAIN)
        if problem.text not in told:
            told.add(problem.text)
            problems.append(problem)
    return problems


def _label(proposer, tokenizer, settings, problems, samples, rollouts, seed):
    prompts = [tokenizer.prompt(problem.text) for problem in problems]
    drawn = sample(proposer, prompts, samples, settings.temperature, seed)
    wholes = [[prompt + ids for ids in rows] for prompt, rows in zip(prompts, drawn)]
    shares = _shares(proposer, tokenizer, settings, problems, prompts, wholes, rollouts, seed + 1) if rollouts else {}
    return [
        {
            "problem": problem.text,
            "answer": problem.answer,
            "subject": problem.subject,
            "level": problem.level,
            "samples": [_sample(tokenizer, problem, prompt, whole, shares) for whole in rows],
        }
        for problem, prompt, rows in zip(problems, prompts, wholes)
    ]


def _sample(tokenizer, problem, prompt, whole, shares):
    outcome = float(is_right(tokenizer, whole, problem.answer))
    ends = line_ends(tokenizer, whole, len(prompt) - 1)
    # The last end is the whole solution: its label is the outcome itself.
    labels = [shares.get(tuple(whole[:end]), outcome) for end in ends[:-1]]
    return {"ids": whole, "ends": ends, "labels": [*labels, outcome]}


def _shares(proposer, tokenizer, settings, problems, prompts, wholes, rollouts, seed):
    """For each distinct prefix, the share of its continuations that end right."""
    answers = {}
    for problem, prompt, rows in zip(problems, prompts, wholes):
        for whole in rows:
            for end in line_ends(tokenizer, whole, len(prompt) - 1)[:-1]:
                answers[tuple(whole[:end])] = problem.answer
    prefixes = list(answers)
    drawn = sample(proposer, prefixes, rollouts, settings.temperature, seed)
    return {
        prefix: sum(is_right(tokenizer, ids, answers[prefix]) for ids in rows) / rollouts
        for prefix, rows in zip(prefixes, drawn)
    }
