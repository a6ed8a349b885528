from pathlib import Path
from tempfile import TemporaryDirectory
import unittest

try:
    import onnx
    import torch
except ImportError as error:
    raise unittest.SkipTest("PyTorch and onnx are not installed") from error

from reckon_training.export.prm import prm_graph, state_size
from reckon_training.export.proposer import proposer_graph
from reckon_training.export.trunk_as_proposer import trunk_of
from reckon_training.prm import Head
from tests.test_training import TOKENIZER, some_model


class Graphs(unittest.TestCase):
    def test_the_proposer_has_one_attention_operation_a_layer_and_few_others(self):
        graph = proposer_graph("some", some_model(layers=2)).graph
        operations = [node.op_type for node in graph.node]

        self.assertEqual(operations.count("GroupQueryAttention"), 2)
        self.assertLess(len(operations), 35)
        self.assertEqual([port.name for port in graph.input][:2], ["input_ids", "attention_mask"])
        self.assertEqual(
            {port.name for port in graph.output},
            {"logits", *(f"present.{layer}.{part}" for layer in range(2) for part in ("key", "value"))},
        )

    def test_the_prm_carries_a_state(self):
        trunk = some_model()
        graph = prm_graph("some", trunk, Head(32), TOKENIZER.newline).graph

        self.assertIn("past_state", [port.name for port in graph.input])
        self.assertLessEqual({"scores", "present_state"}, {port.name for port in graph.output})
        self.assertEqual(state_size(trunk), 36)

    def test_every_input_of_a_node_is_made_before_it(self):
        for model in (
            proposer_graph("some", some_model()),
            prm_graph("some", some_model(), Head(32), TOKENIZER.newline),
        ):
            known = {value.name for value in [*model.graph.input, *model.graph.initializer]} | {""}
            for node in model.graph.node:
                self.assertLessEqual(set(node.input), known, node.name)
                known |= set(node.output)
            self.assertLessEqual({port.name for port in model.graph.output}, known)

    def test_the_trunk_can_be_read_back_from_a_prm(self):
        trunk = some_model(layers=2)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "model.onnx"
            onnx.save(prm_graph("some", trunk, Head(32), TOKENIZER.newline), str(path))
            read = trunk_of(path, trunk.shape)

        self.assertTrue(all(torch.equal(one, other) for one, other in zip(trunk.parameters(), read.parameters())))

    def test_the_bytes_repeat(self):
        first, second = (proposer_graph("some", some_model()).SerializeToString(deterministic=True) for _ in range(2))

        self.assertEqual(first, second)


if __name__ == "__main__":
    unittest.main()
