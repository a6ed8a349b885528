import json
from pathlib import Path
from random import Random
import tempfile
import unittest

import abacus
from abacus import dataset
from abacus.vocabulary import pieces, vocabulary
from tests import lines

COMMITTED = Path(__file__).resolve().parents[3] / "datasets" / dataset.NAME


def problems(count=200, split=abacus.TRAIN):
    rng = Random(99)
    for subject in abacus.SUBJECTS:
        for level in abacus.LEVELS:
            for _ in range(count):
                yield abacus.problem(rng, subject, level, split)


def records(split):
    with open(COMMITTED / f"{split}.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Problems(unittest.TestCase):
    def test_every_line_of_every_solution_is_right(self):
        for problem in problems():
            lines.check(problem)

    def test_a_spoiled_line_is_found(self):
        problem = abacus.problem(Random(1), "word-problems", 3, abacus.TRAIN)
        first, *rest = problem.steps
        spoiled = abacus.Problem(problem.subject, 3, problem.text, (f"{first}0", *rest), problem.answer)

        with self.assertRaises(AssertionError):
            lines.check(spoiled)

    def test_the_text_is_one_line_and_all_is_short(self):
        for problem in problems():
            self.assertNotIn("\n", problem.text)
            self.assertLessEqual(len(pieces(f"{problem.text}\n{problem.solution}")) + 2, 192)

    def test_higher_levels_have_longer_solutions(self):
        for subject in abacus.SUBJECTS:
            lengths = {level: 0 for level in abacus.LEVELS}
            for problem in problems(100):
                if problem.subject == subject:
                    lengths[problem.level] += len(problem.solution)
            self.assertEqual(sorted(lengths.values()), list(lengths.values()), subject)

    def test_the_vocabulary_knows_every_piece(self):
        known = set(vocabulary())

        self.assertLess(len(known), 200)
        for split in (abacus.TRAIN, abacus.TEST):
            for problem in problems(100, split):
                self.assertLessEqual(set(pieces(f"{problem.text}\n{problem.solution}")), known)


class Splits(unittest.TestCase):
    def test_streams_and_files_obey_the_split_of_the_text(self):
        for split in (abacus.TRAIN, abacus.TEST):
            self.assertTrue(all(abacus.split_of(problem.text) == split for problem in problems(20, split)))
            self.assertTrue(all(abacus.split_of(record["problem"]) == split for record in records(split)))

    def test_about_a_tenth_of_all_problems_is_for_the_test(self):
        rng = Random(3)
        texts = [generate(rng, 4).text for generate in abacus.SUBJECTS.values() for _ in range(1000)]
        share = sum(abacus.split_of(text) == abacus.TEST for text in texts) / len(texts)

        self.assertAlmostEqual(share, 0.1, delta=0.02)


class Files(unittest.TestCase):
    def test_are_the_committed_ones_byte_for_byte(self):
        with tempfile.TemporaryDirectory() as folder:
            dataset.write(Path(folder))
            for name in ("test.jsonl", "train.jsonl", "dataset.json"):
                self.assertEqual((Path(folder) / name).read_bytes(), (COMMITTED / name).read_bytes(), name)

    def test_no_problem_stands_twice(self):
        texts = [record["problem"] for split in (abacus.TEST, abacus.TRAIN) for record in records(split)]

        self.assertEqual(len(texts), 2500)
        self.assertEqual(len(set(texts)), len(texts))

    def test_every_round_of_the_test_is_balanced(self):
        cells = {(subject, level) for subject in abacus.SUBJECTS for level in abacus.LEVELS}
        found = [(record["subject"], record["level"]) for record in records(abacus.TEST)]

        self.assertEqual(len(found), 500)
        for at in range(0, 500, 20):
            self.assertEqual(set(found[at : at + 20]), cells)

    def test_the_solution_ends_with_the_answer(self):
        for record in records(abacus.TEST):
            self.assertEqual(record["solution"].splitlines()[-1], f"#### {record['answer']}")


if __name__ == "__main__":
    unittest.main()
