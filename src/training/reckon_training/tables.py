"""python3 -m reckon_training.tables REPORT: the tables of models/README.md, from a report.json."""

import json
from pathlib import Path
import sys

SUBJECTS = ("arithmetic", "divisors", "equations", "word-problems", "all")
LEVELS = (*(f"level {level}" for level in range(1, 6)), "all")


def print_tables(report):
    measured = report["evaluate"]
    _parts(report)
    _cells("Proposer, pass@1 at T=0.8 (%)", measured["proposer"]["pass_at_1_by_cell"])
    _cells("Proposer, greedy (%)", measured["proposer"]["greedy"]["by_cell"])
    _cells("Trunk, greedy (%)", measured["trunk"]["greedy"]["by_cell"])
    _aucs(measured["verifier"])
    _calibration(measured["verifier"])
    _selection(measured["selection"])


def _parts(report):
    _head("Parts", "part", "wall s", "CPU s", "tokens", "final loss")
    for name, part in report.items():
        tokens = f"{part['tokens'] / 1e6:.2f} M" if "tokens" in part else ""
        _row(name, part["wall_seconds"], part["cpu_seconds"], tokens, f"{part['final_loss']:.4f}" if tokens else "")


def _cells(title, table):
    _head(title, "subject", *(level.removeprefix("level ") for level in LEVELS))
    for subject in SUBJECTS:
        _row(subject, *(_percent(table[subject][level]) for level in LEVELS))


def _aucs(verifier):
    test, held_out = verifier["test"], verifier["held_out"]
    _head("Within-problem AUC", "", *SUBJECTS)
    _row("PRM, held-out training problems", *(_share(held_out["within_problem_auc"][s]) for s in SUBJECTS))
    _row("PRM, test", *(_share(test["within_problem_auc"][s]) for s in SUBJECTS))
    lowest = test["within_problem_auc_of_trunk_lowest_log_probability"]
    _row("trunk's lowest log-probability alone, test", *(_share(lowest[s]) for s in SUBJECTS))
    _head("Other measures of the PRM", "measure", "value")
    _row("step AUC, held-out", _share(held_out["step_auc"]))
    _row("pooled AUC of whole solutions, held-out", _share(held_out["pooled_auc"]))
    _row("pooled AUC of whole solutions, test", _share(test["pooled_auc"]))


def _calibration(verifier):
    for title, found in (
        ("Steps, held-out", verifier["held_out"]["calibration_of_steps"]),
        ("Whole solutions, test", verifier["test"]["calibration_of_whole_solutions"]),
    ):
        _head(f"{title} (expected calibration error {found['expected_error']:.3f})", "score", "count", "mean", "right")
        for line in found["bins"]:
            bounds = f"{line['from']:.1f} to {line['from'] + 0.1:.1f}"
            _row(bounds, line["count"], _share(line["mean_score"]), _share(line["right"]))


def _selection(selection):
    names = {"majority": "majority", "best_of_n": "best-of-N", "weighted": "weighted", "pass_at_n": "pass@N"}
    _head("Accuracy by N (%)", "N", *names.values())
    for n in selection["majority"]:
        _row(n, *(_percent(selection[name][n]) for name in names))
    _head("By subject at the largest N (%)", "subject", "pass@1", "majority", "best-of-N", "weighted")
    for subject, found in selection["by_subject_at_most"].items():
        _row(subject, *(_percent(found[name]) for name in ("pass_at_1", "majority", "best_of_n", "weighted")))


def _head(title, *columns):
    print(f"\n**{title}**\n")
    _row(*columns)
    _row(*("---" for _ in columns))


def _row(*cells):
    print("|", " | ".join(map(str, cells)), "|")


def _percent(share):
    return f"{100 * share:.1f}"


def _share(value):
    return "" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    print_tables(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
