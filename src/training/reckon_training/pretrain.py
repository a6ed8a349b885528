"""Next-token training of a Llama on Abacus solutions."""

from dataclasses import dataclass
import math
from pathlib import Path
from time import process_time, time

import torch
import torch.nn.functional as F

from reckon_training.llama import Llama, LlamaShape
from reckon_training.stream import IGNORED, batches


@dataclass(frozen=True)
class PretrainSettings:
    """Training stops after `tokens`; the learning rate and the curriculum are laid out for `schedule_tokens`."""

    shape: LlamaShape
    tokens: int
    schedule_tokens: int
    seed: int
    learning_rate: float
    batch: int = 32
    weight_decay: float = 0.01
    warm_up_steps: int = 100
    final_rate: float = 0.02
    clip: float = 1.0


def pretrain(tokenizer, settings, path: Path, log=print):
    """Trains from nothing, saves the weights at `path`, and returns what a report needs."""
    torch.manual_seed(settings.seed)
    model = Llama(settings.shape, settings.seed)
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=settings.learning_rate, betas=(0.9, 0.98), weight_decay=settings.weight_decay
    )
    started, started_cpu = time(), process_time()
    curve, recent, next_log = [], [], 0
    seen = 0
    for step, (ids, targets, tokens) in enumerate(
        batches(tokenizer, settings.seed, settings.batch, settings.tokens, settings.schedule_tokens), start=1
    ):
        rate = settings.learning_rate * _schedule(step, seen / settings.schedule_tokens, settings)
        for group in optimiser.param_groups:
            group["lr"] = rate
        loss = _loss(model, ids, targets)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), settings.clip)
        optimiser.step()
        seen = tokens
        recent = [*recent[-99:], loss.item()]
        if tokens >= next_log:
            next_log = tokens + max(settings.schedule_tokens // 40, 1)
            loss_now, spent = sum(recent) / len(recent), time() - started
            curve.append({"tokens": tokens, "loss": round(loss_now, 4)})
            log(f"{path.stem}: {tokens / 1e6:.2f} M tokens, loss {loss_now:.4f}, {spent:.0f} s", flush=True)
    torch.save(model.state_dict(), path)
    return {
        "parameters": model.parameter_count,
        "tokens": seen,
        "steps": step,
        "final_loss": sum(recent) / len(recent),
        "cpu_seconds": process_time() - started_cpu,
        "wall_seconds": time() - started,
        "curve": curve,
    }


def load(shape, path):
    model = Llama(shape)
    model.load_state_dict(torch.load(path))
    model.eval()
    for weight in model.parameters():
        weight.requires_grad_(False)
    return model


def _loss(model, ids, targets):
    wanted = targets != IGNORED
    # Prompt positions need no logits.
    return F.cross_entropy(model.logits(model(ids)[wanted]), targets[wanted])


def _schedule(step, progress, settings):
    warm_up = min(1.0, step / settings.warm_up_steps)
    cosine = 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))
    return warm_up * (settings.final_rate + (1 - settings.final_rate) * cosine)
