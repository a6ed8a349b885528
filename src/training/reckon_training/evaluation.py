"""Measures both models: the proposer alone, the verifier's scores, and what choosing by them gains."""

from collections import defaultdict

import torch

from reckon_training import measures
from reckon_training.grading import answer_of, is_right, line_ends
from reckon_training.prm_training import features_at_ends
from reckon_training.sampler import sample
from reckon_training.selection import RULES, accuracy

TEMPERATURE = 0.8
SEED = 5
# Where the log-probabilities stand in the features, behind the hidden state: see reckon_training.prm.
LOWEST = -4


def evaluate(proposer, trunk, head, tokenizer, records, labels, samples):
    """`records` are test problems as in test.jsonl; `samples` are drawn for each of them."""
    prompts = [tokenizer.prompt(record["problem"]) for record in records]
    drawn = sample(proposer, prompts, samples, TEMPERATURE, SEED)
    right = [
        [is_right(tokenizer, ids, int(record["answer"])) for ids in rows] for record, rows in zip(records, drawn)
    ]
    scores, lowest = _final_scores(trunk, head, tokenizer, prompts, drawn)
    return {
        "samples_per_problem": samples,
        "temperature": TEMPERATURE,
        "proposer": {
            **_sampled(records, drawn, right),
            "greedy": _greedy(proposer, tokenizer, records, prompts),
        },
        "trunk": {"greedy": _greedy(trunk, tokenizer, records, prompts)},
        "verifier": {
            "held_out": _held_out(trunk, head, tokenizer, labels["held_out"]),
            "test": {
                "pooled_auc": measures.auc(sum(scores, []), sum(right, [])),
                "within_problem_auc": _by_subject(records, scores, right),
                "within_problem_auc_of_trunk_lowest_log_probability": _by_subject(records, lowest, right),
                "calibration_of_whole_solutions": _calibration(sum(scores, []), [float(r) for r in sum(right, [])]),
            },
        },
        "selection": _selection(tokenizer, records, drawn, scores, right),
    }


def _final_scores(trunk, head, tokenizer, prompts, drawn):
    """The score, and the trunk's lowest log-probability, of each whole sample. Equal samples are read once."""
    distinct = {tuple(prompt + ids): None for prompt, rows in zip(prompts, drawn) for ids in rows}
    features = features_at_ends(trunk, tokenizer, [(list(whole), [len(whole)]) for whole in distinct])
    features = torch.cat(features)
    scores = dict(zip(distinct, zip(head(features).sigmoid().tolist(), features[:, LOWEST].tolist())))
    found = [[scores[tuple(prompt + ids)] for ids in rows] for prompt, rows in zip(prompts, drawn)]
    return [[score for score, _ in rows] for rows in found], [[low for _, low in rows] for rows in found]


def _sampled(records, drawn, right):
    shares = [sum(row) / len(row) for row in right]
    ordered = sorted(shares, reverse=True)
    fifth = max(1, len(ordered) // 5)
    return {
        "pass_at_1": _mean(shares),
        "pass_at_1_by_cell": _table(records, shares),
        "quintiles": [_mean(ordered[at : at + fifth]) for at in range(0, fifth * 5, fifth)],
        "problems_by_pass_at_1": {
            "almost never (<= 5 %)": sum(share <= 0.05 for share in shares),
            "5 to 35 %": sum(0.05 < share <= 0.35 for share in shares),
            "35 to 65 %": sum(0.35 < share <= 0.65 for share in shares),
            "65 to 95 %": sum(0.65 < share < 0.95 for share in shares),
            "almost always (>= 95 %)": sum(share >= 0.95 for share in shares),
        },
        "tokens_per_sample": _mean([len(ids) for rows in drawn for ids in rows]),
    }


def _greedy(model, tokenizer, records, prompts):
    drawn = sample(model, prompts, 1, 0, SEED)
    right = [is_right(tokenizer, rows[0], int(record["answer"])) for record, rows in zip(records, drawn)]
    return {"accuracy": _mean(right), "by_cell": _table(records, right)}


def _held_out(trunk, head, tokenizer, problems):
    """Steps have soft labels from rollouts; whole solutions are right or wrong."""
    samples = [sample for problem in problems for sample in problem["samples"]]
    features = features_at_ends(trunk, tokenizer, [(sample["ids"], sample["ends"]) for sample in samples])
    scores = iter([head(rows).sigmoid().tolist() for rows in features])
    scored = [[next(scores) for _ in problem["samples"]] for problem in problems]
    steps = {
        tuple(sample["ids"][:end]): (score, label)
        for problem, rows in zip(problems, scored)
        for sample, row in zip(problem["samples"], rows)
        for end, score, label in zip(sample["ends"][:-1], row, sample["labels"])
    }
    step_scores, step_labels = map(list, zip(*steps.values()))
    finals = [[row[-1] for row in rows] for rows in scored]
    outcomes = [[sample["labels"][-1] for sample in problem["samples"]] for problem in problems]
    return {
        "problems": len(problems),
        "prefixes": len(steps),
        "step_auc": measures.auc(step_scores, step_labels),
        "pooled_auc": measures.auc(sum(finals, []), sum(outcomes, [])),
        "within_problem_auc": _by_subject(problems, finals, outcomes),
        "calibration_of_steps": _calibration(step_scores, step_labels),
        "calibration_of_whole_solutions": _calibration(sum(finals, []), sum(outcomes, [])),
    }


def _by_subject(records, scores, outcomes):
    groups = defaultdict(list)
    for record, row, right in zip(records, scores, outcomes):
        groups["all"].append((row, right))
        groups[record["subject"]].append((row, right))
    return {subject: _rounded(measures.auc_within(found)) for subject, found in sorted(groups.items())}


def _calibration(scores, outcomes):
    error, table = measures.calibration(scores, outcomes)
    return {"expected_error": error, "bins": table}


def _selection(tokenizer, records, drawn, scores, right):
    problems = [
        ([(answer_of(tokenizer.decode(ids)), score) for ids, score in zip(rows, row)], int(record["answer"]))
        for record, rows, row in zip(records, drawn, scores)
    ]
    most = len(drawn[0])
    sizes = [n for n in (1, 2, 4, 8, 16, 32, 64) if n <= most]
    found = {name: {n: _rounded(accuracy(problems, rule, n)) for n in sizes} for name, rule in RULES.items()}
    found["pass_at_n"] = {
        n: _rounded(_mean([any(row[at : at + n]) for row in right for at in range(0, most - n + 1, n)])) for n in sizes
    }
    by_subject = defaultdict(list)
    for problem, record in zip(problems, records):
        by_subject[record["subject"]].append(problem)
    found["by_subject_at_most"] = {
        subject: {
            "pass_at_1": _rounded(accuracy(own, RULES["majority"], 1)),
            **{name: _rounded(accuracy(own, rule, most)) for name, rule in RULES.items()},
        }
        for subject, own in sorted(by_subject.items())
    }
    return found


def _table(records, values):
    cells = defaultdict(list)
    for record, value in zip(records, values):
        for level in (f"level {record['level']}", "all"):
            cells[record["subject"], level].append(value)
            cells["all", level].append(value)
    table = defaultdict(dict)
    for (subject, level), found in sorted(cells.items()):
        table[subject][level] = _rounded(_mean(found))
    return dict(table)


def _mean(values):
    return sum(values) / len(values)


def _rounded(value):
    return None if value is None else round(value, 4)
