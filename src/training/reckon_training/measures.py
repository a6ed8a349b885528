"""Measures of scores against outcomes."""

import torch

BINS = 10


def auc(scores, outcomes):
    """The chance that a right one scores above a wrong one; None when there are only right or only wrong ones."""
    pairs, wins = _pairs(scores, outcomes)
    return wins / pairs if pairs else None


def auc_within(groups):
    """The same over pairs that stand in one group, all pairs of all groups counted alike."""
    counted = [_pairs(scores, outcomes) for scores, outcomes in groups]
    pairs = sum(p for p, _ in counted)
    return sum(w for _, w in counted) / pairs if pairs else None


def calibration(scores, outcomes):
    """Expected calibration error and a table of ten bins."""
    scores, outcomes = torch.as_tensor(scores), torch.as_tensor(outcomes)
    table, error = [], 0.0
    bins = (scores * BINS).long().clamp(max=BINS - 1)
    for at in range(BINS):
        inside = bins == at
        count = int(inside.sum())
        if count == 0:
            continue
        mean_score, share = scores[inside].mean().item(), outcomes[inside].mean().item()
        error += abs(mean_score - share) * count / len(scores)
        table.append({"from": at / BINS, "count": count, "mean_score": round(mean_score, 4), "right": round(share, 4)})
    return error, table


def _pairs(scores, outcomes):
    """Numbers of pairs of a right and a wrong one, and of those the right one wins; a tie is half a win."""
    scores, outcomes = torch.as_tensor(scores, dtype=torch.float64), torch.as_tensor(outcomes) > 0.5
    right, wrong = scores[outcomes], scores[~outcomes].sort().values
    below = torch.searchsorted(wrong, right).sum().item()
    up_to = torch.searchsorted(wrong, right, right=True).sum().item()
    return len(right) * len(wrong), (below + up_to) / 2
