"""The pieces that Abacus texts are made of."""

from random import Random
import re

import abacus

# The answer mark with its space, a word with the space before it, or any single character: digits stand alone.
PIECE_PATTERN = r"#### | ?[A-Za-z]+|[\s\S]"
SAMPLE_SEED = 7
SAMPLES_PER_CELL = 1_000

_piece = re.compile(PIECE_PATTERN)


def pieces(text):
    return _piece.findall(text)


def vocabulary():
    """All pieces, sorted. The sample is large enough to meet every word of every template many times."""
    rng = Random(SAMPLE_SEED)
    found = set()
    for subject in abacus.SUBJECTS:
        for level in abacus.LEVELS:
            for _ in range(SAMPLES_PER_CELL):
                problem = abacus.problem(rng, subject, level, abacus.TRAIN)
                found.update(pieces(f"{problem.text}\n{problem.solution}"))
    return sorted(found)
