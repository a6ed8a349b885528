"""python3 -m reckon_training PART...: makes the benchmark and the models. See src/training/README.md."""

import argparse
import json
from pathlib import Path
from time import process_time, time

import torch

from reckon_training.parts import PARTS, Run
from reckon_training.settings import full, smoke
from reckon_training.tokenizer import document

ROOT = Path(__file__).resolve().parents[3]


def main():
    options = _options()
    # One thread: sums are then always added in one order, and a run repeats to the digit on one machine.
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    run = _run(options)
    run.build.mkdir(parents=True, exist_ok=True)
    for name in PARTS if "all" in options.parts else options.parts:
        started, started_cpu = time(), process_time()
        result = PARTS[name](run)
        spent = {"wall_seconds": round(time() - started, 1), "cpu_seconds": round(process_time() - started_cpu, 1)}
        print(f"{name}: done in {spent['wall_seconds']} s ({spent['cpu_seconds']} s of CPU)", flush=True)
        _report(run.build / f"{name}.json", {**result, **spent})
    _report(run.models / "report.json", _gather(run.build))


def _options():
    parser = argparse.ArgumentParser(prog="python3 -m reckon_training", description=__doc__)
    parser.add_argument("parts", nargs="+", choices=["all", *PARTS], help="what to make, in order")
    parser.add_argument("--smoke", action="store_true", help="tiny settings: tries the code, makes no useful model")
    parser.add_argument("--output", type=Path, help="put everything under this folder instead of the repository")
    options = parser.parse_args()
    if options.smoke and options.output is None:
        parser.error("--smoke needs --output, so that it cannot overwrite the real models")
    return options


def _run(options):
    root = options.output or ROOT
    tokenizer_document = document()
    settings = (smoke if options.smoke else full)(len(tokenizer_document["model"]["vocab"]))
    return Run(settings, tokenizer_document, root / "build" / "training", root / "models", root / "datasets")


def _gather(build):
    found = {name: build / f"{name}.json" for name in PARTS}
    return {name: json.loads(path.read_text()) for name, path in found.items() if path.exists()}


def _report(path, document):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
