"""Trains the head of the process reward model on labelled prefixes; the trunk stays as it is."""

from dataclasses import dataclass
import math

import torch
import torch.nn.functional as F

from reckon_training.prm import Head, read
from reckon_training.tokenizer import PAD

READ_ROWS = 256


@dataclass(frozen=True)
class HeadSettings:
    epochs: int = 6
    batch: int = 256
    learning_rate: float = 3e-3
    weight_decay: float = 0.05
    outcome_weight: float = 0.5
    seed: int = 4


def train_head(trunk, tokenizer, labels, settings, log=print):
    features, targets, weights = _rows(trunk, tokenizer, labels, settings)
    torch.manual_seed(settings.seed)
    head = Head(trunk.shape.width, settings.seed)
    head.standardise(features)
    optimiser = torch.optim.AdamW(head.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay)
    steps = settings.epochs * math.ceil(len(features) / settings.batch)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for epoch in range(settings.epochs):
        total = 0.0
        for chosen in torch.randperm(len(features)).split(settings.batch):
            losses = F.binary_cross_entropy_with_logits(head(features[chosen]), targets[chosen], weight=weights[chosen])
            optimiser.zero_grad(set_to_none=True)
            losses.backward()
            optimiser.step()
            schedule.step()
            total += losses.item() * len(chosen)
        log(f"prm: epoch {epoch + 1}, loss {total / weights.sum():.4f}", flush=True)
    for weight in head.parameters():
        weight.requires_grad_(False)
    return head, {"prefixes": len(features), "train_loss": total / weights.sum().item()}


def features_at_ends(trunk, tokenizer, samples):
    """For each sample (ids, ends), its features at the ends."""
    found = [None] * len(samples)
    order = sorted(range(len(samples)), key=lambda at: len(samples[at][0]))
    with torch.no_grad():
        for start in range(0, len(order), READ_ROWS):
            chosen = order[start : start + READ_ROWS]
            ids = torch.full((len(chosen), len(samples[chosen[-1]][0])), PAD)
            for row, at in enumerate(chosen):
                ids[row, : len(samples[at][0])] = torch.tensor(samples[at][0])
            features = read(trunk, ids, tokenizer.newline).features()
            for row, at in enumerate(chosen):
                found[at] = features[row, torch.tensor(samples[at][1]) - 1].clone()
    return found


def _rows(trunk, tokenizer, labels, settings):
    """Features, labels and weights of all distinct prefixes; labels of equal prefixes are averaged."""
    samples = [
        (sample, 1.0 if name == "rollouts" else settings.outcome_weight)
        for name in ("rollouts", "outcomes")
        for problem in labels[name]
        for sample in problem["samples"]
    ]
    features = features_at_ends(trunk, tokenizer, [(sample["ids"], sample["ends"]) for sample, _ in samples])
    merged = {}
    for (sample, weight), rows in zip(samples, features):
        for at, (end, label) in enumerate(zip(sample["ends"], sample["labels"])):
            # How a whole solution ended is certain, whatever set it comes from.
            own = 1.0 if at == len(sample["ends"]) - 1 else weight
            entry = merged.setdefault(tuple(sample["ids"][:end]), [rows[at], 0.0, 0.0])
            entry[1] += own * label
            entry[2] += own
    entries = list(merged.values())
    weights = torch.tensor([entry[2] for entry in entries])
    targets = torch.tensor([entry[1] for entry in entries]) / weights
    return torch.stack([entry[0] for entry in entries]), targets, weights.clamp(max=1.0)
