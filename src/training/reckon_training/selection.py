"""How one answer is chosen from N samples."""

from collections import defaultdict


def majority(candidates):
    return _heaviest((answer, 1.0) for answer, _ in candidates)


def best_of(candidates):
    return max(candidates, key=lambda candidate: candidate[1])[0]


def weighted(candidates):
    """Best-of-N where equal answers add up their scores."""
    return _heaviest(candidates)


RULES = {"majority": majority, "best_of_n": best_of, "weighted": weighted}


def accuracy(problems, rule, n):
    """Candidates (answer or None, score) of each problem are cut into disjoint groups of N; ties go to the earlier."""
    shares = []
    for candidates, right in problems:
        groups = [candidates[at : at + n] for at in range(0, len(candidates) - n + 1, n)]
        shares.append(sum(rule(group) == right for group in groups) / len(groups))
    return sum(shares) / len(shares)


def _heaviest(votes):
    weights = defaultdict(float)
    for answer, weight in votes:
        if answer is not None:
            weights[answer] += weight
    return max(weights, key=weights.get) if weights else None
