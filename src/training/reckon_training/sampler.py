"""Draws continuations of many prefixes at once, with one key/value cache row for each continuation."""

import torch

from reckon_training.llama import grouped_attention
from reckon_training.tokenizer import EOS, PAD

ROWS = 1_024
LONGEST = 192
CACHE_BLOCK = 32
# Finished rows are dropped when they are this share of the batch: copying the caches has its price too.
FINISHED_SHARE = 0.25


def sample(model, prefixes, copies, temperature, seed):
    """For each prefix, `copies` lists of ids that follow it. They end with `</s>`, or are cut at the longest length.

    Temperature 0 takes the likeliest token.
    """
    generator = torch.Generator().manual_seed(seed)
    found = [None] * len(prefixes)
    # Prefixes of like length share a batch.
    order = sorted(range(len(prefixes)), key=lambda at: len(prefixes[at]))
    per_batch = max(1, ROWS // copies)
    with torch.no_grad():
        for start in range(0, len(order), per_batch):
            chosen = order[start : start + per_batch]
            batch = _Batch(model, [prefixes[at] for at in chosen], copies)
            rows = batch.run(temperature, generator)
            for number, at in enumerate(chosen):
                found[at] = rows[number * copies : (number + 1) * copies]
    return found


class _Batch:
    def __init__(self, model, prefixes, copies):
        self.model = model
        lengths = torch.tensor([len(prefix) for prefix in prefixes])
        width = int(lengths.max())
        ids = torch.full((len(prefixes), width), PAD)
        for row, prefix in enumerate(prefixes):
            ids[row, : len(prefix)] = torch.tensor(prefix)
        hidden, cache = model.forward_with_cache(ids)
        # One prefill for all continuations of a prefix.
        self.hidden = hidden[torch.arange(len(prefixes)), lengths - 1].repeat_interleave(copies, 0)
        self.lengths = lengths.repeat_interleave(copies)
        self.cache = [[part.repeat_interleave(copies, 0) for part in layer] for layer in cache]
        self.rows = torch.arange(len(prefixes) * copies)
        self.found = [[] for _ in self.rows]

    def run(self, temperature, generator):
        finished = torch.zeros(len(self.rows), dtype=torch.bool)
        while True:
            token = _draw(self.model.logits(self.hidden), temperature, generator)
            for row, value, is_finished in zip(self.rows.tolist(), token.tolist(), finished.tolist()):
                if not is_finished:
                    self.found[row].append(value)
            finished |= (token == EOS) | (self.lengths + 1 >= LONGEST)
            if finished.all():
                return self.found
            if finished.float().mean() >= FINISHED_SHARE:
                kept = (~finished).nonzero()[:, 0]
                self._keep(kept)
                token, finished = token[kept], finished[kept]
            self._step(token)

    def _keep(self, kept):
        self.rows, self.lengths = self.rows[kept], self.lengths[kept]
        self.cache = [[part[kept] for part in layer] for layer in self.cache]

    def _step(self, token):
        position = self.lengths.clamp(max=LONGEST - 1)
        longest = int(position.max()) + 1
        if longest > self.cache[0][0].shape[2]:
            self.cache = [[_longer(part) for part in layer] for layer in self.cache]
        mask = torch.zeros(len(token), 1, 1, 1, longest)
        mask.masked_fill_((torch.arange(longest) > position[:, None]).view(mask.shape), float("-inf"))
        rope = tuple(table[position].view(len(token), 1, 1, -1) for table in (self.model.cos, self.model.sin))
        all_rows = torch.arange(len(token))
        layers = iter(self.cache)

        def attend(q, k, v):
            keys, values = next(layers)
            keys[all_rows, :, position] = k[:, :, 0]
            values[all_rows, :, position] = v[:, :, 0]
            return grouped_attention(q, keys[:, :, :longest], values[:, :, :longest], mask)

        x = self.model.embedding(token[:, None])
        for layer in self.model.layers:
            x = layer(x, rope, attend)
        self.hidden = self.model.norm(x)[:, 0]
        self.lengths = self.lengths + 1


def _longer(part):
    return torch.nn.functional.pad(part, (0, 0, 0, CACHE_BLOCK))


def _draw(logits, temperature, generator):
    if temperature == 0:
        return logits.argmax(-1)
    chances = torch.softmax(logits / temperature, -1).cumsum(-1)
    # The last chance is not exactly 1, so the draw is scaled to it.
    point = torch.rand(len(logits), 1, generator=generator) * chances[:, -1:]
    return (chances <= point).sum(-1).clamp(max=logits.shape[1] - 1)
