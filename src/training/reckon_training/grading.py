"""Reads the answer of a written solution."""

from abacus import ANSWER_MARK


def answer_of(solution):
    """The integer on the answer line, or None."""
    _, mark, answer = solution.rpartition(ANSWER_MARK)
    try:
        return int(answer) if mark else None
    except ValueError:
        return None


def is_right(tokenizer, ids, answer):
    return bool(ids) and tokenizer.pieces[ids[-1]] == "</s>" and answer_of(tokenizer.decode(ids)) == answer


def line_ends(tokenizer, ids, start):
    """The lengths of the prefixes of `ids` that end a line, from `start` on; the last ends with `</s>`."""
    ends = [at + 1 for at in range(start, len(ids)) if ids[at] == tokenizer.newline]
    return ends if ends and ends[-1] == len(ids) else [*ends, len(ids)]
