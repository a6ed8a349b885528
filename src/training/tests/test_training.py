import unittest

try:
    import torch
except ImportError as error:
    raise unittest.SkipTest("PyTorch is not installed") from error

from random import Random

from reckon_training import measures
from reckon_training.grading import answer_of, is_right, line_ends
from reckon_training.llama import Llama, LlamaShape
from reckon_training.prm import Head, read
from reckon_training.sampler import sample
from reckon_training.selection import accuracy, best_of, majority, weighted
from reckon_training.stream import IGNORED, batches, sample as draw
from reckon_training.tokenizer import BOS, EOS, Tokenizer, document

TOKENIZER = Tokenizer(document())


def some_model(layers=2):
    model = Llama(LlamaShape(len(TOKENIZER), width=32, layers=layers, heads=2, kv_heads=1, inner=48), seed=1)
    for weight in model.parameters():
        weight.requires_grad_(False)
    return model


class TokenizerTests(unittest.TestCase):
    def test_round_trips_a_solution(self):
        text = "Ben has 12 pens.\n12*3=36\n#### -36"
        ids = TOKENIZER.encode(text)

        self.assertEqual(TOKENIZER.decode(ids), text)
        self.assertIn(TOKENIZER.ids["#### "], ids)
        self.assertEqual(ids.count(TOKENIZER.newline), 2)

    def test_frames_prompts_and_solutions(self):
        self.assertEqual(TOKENIZER.prompt("Compute 1+1+1.")[0], BOS)
        self.assertEqual(TOKENIZER.prompt("Compute 1+1+1.")[-1], TOKENIZER.newline)
        self.assertEqual(TOKENIZER.solution("#### 3")[-1], EOS)


class ModelTests(unittest.TestCase):
    def test_later_tokens_do_not_change_earlier_ones(self):
        model = some_model()
        ids = torch.tensor([[1, 20, 30, 40, 50]])

        torch.testing.assert_close(model(ids)[:, :3], model(ids[:, :3]))

    def test_the_sampler_takes_the_likeliest_tokens_as_a_plain_loop_does(self):
        model = some_model()
        prefixes = [[1, 20, 30], [1, 25], [1, 40, 41, 42, 43]]

        for prefix, [found] in zip(prefixes, sample(model, prefixes, 1, 0, seed=1)):
            ids = list(prefix)
            for token in found:
                self.assertEqual(int(model.logits(model(torch.tensor([ids])))[0, -1].argmax()), token)
                ids.append(token)

    def test_the_sampler_repeats_with_its_seed(self):
        model = some_model()

        self.assertEqual(sample(model, [[1, 20]], 4, 0.8, seed=3), sample(model, [[1, 20]], 4, 0.8, seed=3))


class StreamTests(unittest.TestCase):
    def test_repeats_with_its_seed_and_stops_by_tokens(self):
        first, second = (list(batches(TOKENIZER, 5, 8, 2_000, 2_000)) for _ in range(2))

        self.assertTrue(all(torch.equal(a[0], b[0]) and torch.equal(a[1], b[1]) for a, b in zip(first, second)))
        self.assertGreaterEqual(first[-1][2], 2_000)
        self.assertLess(first[-2][2], 2_000)

    def test_targets_are_the_tokens_of_the_solution(self):
        ids, targets, _ = next(iter(batches(TOKENIZER, 5, 8, 2_000, 2_000)))
        for row, target in zip(ids.tolist(), targets.tolist()):
            prompt = row.index(TOKENIZER.newline)
            self.assertTrue(all(value == IGNORED for value in target[:prompt]))
            solution = [value for value in target if value != IGNORED]
            self.assertEqual(solution[-1], EOS)
            self.assertIn(TOKENIZER.ids["#### "], solution)


class PrmTests(unittest.TestCase):
    def test_running_values_start_after_the_prompt_and_by_line(self):
        model = some_model()
        _, prompt, solution = draw(Random(1), TOKENIZER)
        reading = read(model, torch.tensor([prompt + solution]), TOKENIZER.newline)
        scores = torch.log_softmax(model.logits(model(torch.tensor([prompt + solution]))), -1)[0]
        own = [scores[len(prompt) - 1 + at, token].item() for at, token in enumerate(solution)]
        last_line = own[max(at for at, token in enumerate(solution) if token == TOKENIZER.newline) + 1 :]

        self.assertEqual(reading.cumulative[0, len(prompt) - 1].item(), 0)
        self.assertAlmostEqual(reading.cumulative[0, -1].item(), sum(own), places=3)
        self.assertAlmostEqual(reading.lowest[0, -1].item(), min(own), places=4)
        self.assertAlmostEqual(reading.lowest_line[0, -1].item(), min(last_line), places=4)
        self.assertEqual(reading.newlines[0, -1].item(), 1 + solution.count(TOKENIZER.newline))

    def test_the_folded_layer_reads_raw_features(self):
        head = Head(3)
        features = torch.randn(50, 8) * 3 + 1
        head.standardise(features)
        weight, bias = head.folded()
        inner = torch.nn.functional.silu(features @ weight.t() + bias)

        torch.testing.assert_close(head.outer(inner)[:, 0], head(features), rtol=1e-4, atol=1e-5)


class GradingTests(unittest.TestCase):
    def test_reads_the_last_answer_line(self):
        self.assertEqual(answer_of("1+1\n#### -12"), -12)
        self.assertIsNone(answer_of("1+1\n2"))
        self.assertIsNone(answer_of("#### 1x"))

    def test_an_unfinished_solution_is_wrong(self):
        self.assertTrue(is_right(TOKENIZER, TOKENIZER.solution("#### 3"), 3))
        self.assertFalse(is_right(TOKENIZER, TOKENIZER.encode("#### 3"), 3))

    def test_line_ends_count_the_last_token(self):
        ids = [*TOKENIZER.prompt("Compute 1+1+1."), *TOKENIZER.solution("2+1\n#### 3")]
        ends = line_ends(TOKENIZER, ids, 0)

        self.assertEqual(len(ends), 3)
        self.assertEqual(ends[-1], len(ids))


class MeasureTests(unittest.TestCase):
    def test_auc_counts_pairs_and_halves_ties(self):
        self.assertEqual(measures.auc([0.9, 0.1], [1, 0]), 1)
        self.assertEqual(measures.auc([0.5, 0.5], [1, 0]), 0.5)
        self.assertIsNone(measures.auc([0.5, 0.5], [1, 1]))

    def test_auc_within_ignores_what_differs_between_groups(self):
        groups = [([0.9, 0.8], [0, 1]), ([0.2, 0.1], [0, 1])]

        self.assertEqual(measures.auc_within(groups), 0)

    def test_selection_rules(self):
        candidates = [(7, 0.2), (7, 0.3), (8, 0.9), (None, 1.0)]

        self.assertEqual(majority(candidates), 7)
        self.assertEqual(weighted(candidates), 8)
        self.assertEqual(best_of(candidates[:3]), 8)
        self.assertEqual(accuracy([(candidates, 8)], best_of, 1), 0.25)


if __name__ == "__main__":
    unittest.main()
