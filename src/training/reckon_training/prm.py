"""The process reward model: a frozen trunk, what it thinks of the text, and a small head on both.

The trunk's hidden state at a line's end knows how hard the problem is, but hardly whether the line is right: the
prediction that would tell stands one position earlier. So the head also gets the log-probabilities that the trunk
gives to the solution's tokens, as running values:

    cumulative     sum of the log-probabilities so far
    lowest         the lowest so far
    lowest_line    the lowest in this line
    4 exp(lowest)
    newlines / 4   lines read so far, the prompt's included

All log-probabilities are at most 0, so 0 is neutral for sums and for minima, and a state of zeros is "nothing read".
"""

from dataclasses import dataclass

import torch
from torch import nn
import torch.nn.functional as F

EXTRA_FEATURES = 5
HEAD_WIDTH = 64

# Besides the hidden state, the state carries: cumulative, lowest, lowest in line, newlines.
EXTRA_STATE = 4


@dataclass
class Reading:
    """Values per token, [batch, length] but for `hidden` [batch, length, width]."""

    hidden: torch.Tensor
    cumulative: torch.Tensor
    lowest: torch.Tensor
    lowest_line: torch.Tensor
    newlines: torch.Tensor

    def features(self):
        extra = (self.cumulative, self.lowest, self.lowest_line, 4 * self.lowest.exp(), self.newlines / 4)
        return torch.cat((self.hidden, torch.stack(extra, -1)), -1)


def read(trunk, ids, newline):
    """Reads whole sequences, padded at the right."""
    hidden = trunk(ids)
    ends = (ids == newline).float()
    newlines = ends.cumsum(1)
    before = newlines - ends
    scores = F.log_softmax(trunk.logits(hidden[:, :-1]), -1).gather(-1, ids[:, 1:, None])[..., 0]
    # The prompt is given, so its tokens do not count.
    scores = F.pad(scores, (1, 0)) * (before > 0)
    lowest_line = torch.zeros_like(scores)
    running = torch.zeros(len(ids))
    for at in range(ids.shape[1]):
        running = torch.minimum(running, scores[:, at])
        lowest_line[:, at] = running
        running = running * (1 - ends[:, at])
    return Reading(hidden, scores.cumsum(1), scores.cummin(1).values.clamp(max=0), lowest_line, newlines)


class Head(nn.Module):
    def __init__(self, width, seed=0):
        super().__init__()
        torch.manual_seed(seed)
        self.register_buffer("mean", torch.zeros(width + EXTRA_FEATURES))
        self.register_buffer("deviation", torch.ones(width + EXTRA_FEATURES))
        self.inner = nn.Linear(width + EXTRA_FEATURES, HEAD_WIDTH)
        self.outer = nn.Linear(HEAD_WIDTH, 1)

    def standardise(self, features):
        self.mean.copy_(features.mean(0))
        self.deviation.copy_(features.std(0).clamp(min=1e-4))

    def forward(self, features):
        """Logits; their sigmoid is the chance that a solution continued from here ends right."""
        return self.outer(F.silu(self.inner((features - self.mean) / self.deviation)))[..., 0]

    def folded(self):
        """Weight and bias of the inner layer for raw features."""
        weight = self.inner.weight / self.deviation
        return weight, self.inner.bias - weight @ self.mean

    @property
    def parameter_count(self):
        """Without mean and deviation, which the export folds away."""
        return sum(weight.numel() for weight in self.parameters())
