"""Abacus: problems solved in written steps, in four subjects and five levels. Standard library only."""

from abacus import arithmetic, divisors, equations, word_problems
from abacus.problem import ANSWER_MARK, Problem
from abacus.split import TEST, TRAIN, split_of

SUBJECTS = {module.SUBJECT: module.generate for module in (arithmetic, divisors, equations, word_problems)}
LEVELS = (1, 2, 3, 4, 5)


def problem(rng, subject, level, split):
    """A random problem of the split."""
    while True:
        found = SUBJECTS[subject](rng, level)
        if split_of(found.text) == split:
            return found


__all__ = ["ANSWER_MARK", "LEVELS", "Problem", "SUBJECTS", "TEST", "TRAIN", "problem", "split_of"]
