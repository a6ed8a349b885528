"""What a full run and a smoke run do. Everything stops by counts, never by time, so that a run repeats."""

from dataclasses import dataclass, replace

from reckon_training.llama import LlamaShape
from reckon_training.pretrain import PretrainSettings


@dataclass(frozen=True)
class Settings:
    proposer: PretrainSettings
    trunk: PretrainSettings


def full(vocabulary):
    return Settings(
        # Stopped early on purpose: a proposer that is always right leaves nothing to study.
        proposer=PretrainSettings(
            LlamaShape(vocabulary, width=64, layers=3, heads=4, kv_heads=2, inner=176),
            tokens=11_000_000,
            seed=1,
            learning_rate=3e-3,
        ),
        trunk=PretrainSettings(
            LlamaShape(vocabulary, width=128, layers=4, heads=4, kv_heads=2, inner=352),
            tokens=18_000_000,
            seed=2,
            learning_rate=2e-3,
        ),
    )
