"""What a full run and a smoke run do. Everything stops by counts, never by time, so that a run repeats."""

from dataclasses import dataclass, replace

from reckon_training.labels import LabelSettings
from reckon_training.llama import LlamaShape
from reckon_training.pretrain import PretrainSettings
from reckon_training.prm_training import HeadSettings


@dataclass(frozen=True)
class Settings:
    proposer: PretrainSettings
    trunk: PretrainSettings
    labels: LabelSettings
    head: HeadSettings
    test_problems: int
    test_samples: int


def full(vocabulary):
    return Settings(
        # Stopped early on purpose: a proposer that is always right leaves nothing to study.
        proposer=PretrainSettings(
            LlamaShape(vocabulary, width=64, layers=3, heads=4, kv_heads=2, inner=176),
            tokens=16_000_000,
            schedule_tokens=16_000_000,
            seed=1,
            learning_rate=3e-3,
        ),
        # The verifier's trunk must know more than the proposer, or choosing by its scores gains nothing.
        trunk=PretrainSettings(
            LlamaShape(vocabulary, width=128, layers=4, heads=4, kv_heads=2, inner=352),
            tokens=14_434_875,
            # Its last fifth, with the smallest steps, is left out to save time.
            schedule_tokens=18_000_000,
            seed=2,
            learning_rate=2e-3,
        ),
        labels=LabelSettings(
            rollout_problems=1_500,
            rollout_samples=3,
            rollouts=8,
            outcome_problems=3_000,
            outcome_samples=4,
            held_out_problems=300,
            held_out_samples=8,
        ),
        head=HeadSettings(),
        test_problems=500,
        test_samples=64,
    )


def smoke(vocabulary):
    """Runs all parts in a minute or two; what it makes is of no use."""
    settings = full(vocabulary)
    return Settings(
        proposer=replace(settings.proposer, tokens=150_000, schedule_tokens=150_000),
        trunk=replace(settings.trunk, tokens=60_000, schedule_tokens=75_000),
        labels=LabelSettings(
            rollout_problems=20,
            rollout_samples=2,
            rollouts=2,
            outcome_problems=20,
            outcome_samples=2,
            held_out_problems=20,
            held_out_samples=2,
        ),
        head=replace(settings.head, epochs=2),
        test_problems=40,
        test_samples=4,
    )
