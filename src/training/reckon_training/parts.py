"""The parts of a run, in order. Each reads what earlier parts left under the build folder."""

from dataclasses import dataclass
import json
from pathlib import Path

import torch

from abacus import dataset
from reckon_training.evaluation import evaluate
from reckon_training.export.models import TRUNK, export_prm, export_proposer
from reckon_training.labels import make_labels
from reckon_training.pretrain import load, pretrain
from reckon_training.prm import Head
from reckon_training.prm_training import train_head
from reckon_training.settings import Settings
from reckon_training.tokenizer import Tokenizer


@dataclass(frozen=True)
class Run:
    settings: Settings
    tokenizer_document: dict
    build: Path
    models: Path
    datasets: Path

    @property
    def tokenizer(self):
        return Tokenizer(self.tokenizer_document)

    def proposer(self):
        return load(self.settings.proposer.shape, self.build / "proposer.pt")

    def trunk(self):
        return load(self.settings.trunk.shape, self.build / "trunk.pt")

    def head(self):
        head = Head(self.settings.trunk.shape.width)
        head.load_state_dict(torch.load(self.build / "head.pt"))
        for weight in head.parameters():
            weight.requires_grad_(False)
        return head

    def labels(self):
        return json.loads((self.build / "labelled-samples.json").read_text())


def make_dataset(run):
    dataset.write(run.datasets / dataset.NAME)
    return {}


def train_proposer(run):
    return pretrain(run.tokenizer, run.settings.proposer, run.build / "proposer.pt")


def train_trunk(run):
    return pretrain(run.tokenizer, run.settings.trunk, run.build / "trunk.pt")


def label(run):
    labels = make_labels(run.proposer(), run.tokenizer, run.settings.labels)
    (run.build / "labelled-samples.json").write_text(json.dumps(labels))
    return {
        name: {"problems": len(problems), "samples": sum(len(problem["samples"]) for problem in problems)}
        for name, problems in labels.items()
    }


def train_prm(run):
    head, report = train_head(run.trunk(), run.tokenizer, run.labels(), run.settings.head)
    torch.save(head.state_dict(), run.build / "head.pt")
    return {"parameters": head.parameter_count, **report}


def export(run):
    export_proposer(run.models, run.proposer(), run.tokenizer_document)
    export_prm(run.models, run.trunk(), run.head(), run.tokenizer_document)
    export_proposer(run.models, run.trunk(), run.tokenizer_document, TRUNK)
    return {}


def measure(run):
    with open(run.datasets / dataset.NAME / "test.jsonl", encoding="utf-8") as file:
        records = [json.loads(line) for line in file][: run.settings.test_problems]
    return evaluate(
        run.proposer(), run.trunk(), run.head(), run.tokenizer, records, run.labels(), run.settings.test_samples
    )


PARTS = {
    "dataset": make_dataset,
    "proposer": train_proposer,
    "trunk": train_trunk,
    "labels": label,
    "prm": train_prm,
    "export": export,
    "evaluate": measure,
}
