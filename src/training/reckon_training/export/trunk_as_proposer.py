"""python3 -m reckon_training.export.trunk_as_proposer: the verifier's trunk, a language model of its own, as a proposer folder.

It reads the trunk back from models/abacus-prm/model.onnx, so it needs nothing that the training left behind.
"""

from pathlib import Path

import onnx
from onnx import numpy_helper
import torch

from reckon_training.export.models import PRM, TRUNK, export_proposer
from reckon_training.llama import Llama
from reckon_training.settings import full
from reckon_training.tokenizer import Tokenizer, document

MODELS = Path(__file__).resolve().parents[4] / "models"


def trunk_of(path, shape):
    """The trunk in the graph of a process reward model."""
    weights = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in onnx.load(path).graph.initializer}
    model = Llama(shape)
    norms = [layer.attention_norm for layer in model.layers[1:]] + [model.norm]
    with torch.no_grad():
        model.embedding.weight.copy_(weights["embedding"])
        model.layers[0].attention_norm.weight.copy_(weights["layers.0.attention_norm"])
        for at, layer in enumerate(model.layers):
            for name in ("qkv", "output", "gate_up", "down"):
                getattr(layer, name).weight.copy_(weights[f"layers.{at}.{name}"].t())
            layer.mlp_norm.weight.copy_(weights[f"layers.{at}.mlp_norm"])
            norms[at].weight.copy_(weights[f"layers.{at}.next_norm"])
    for weight in model.parameters():
        weight.requires_grad_(False)
    return model


def main():
    tokenizer_document = document()
    shape = full(len(Tokenizer(tokenizer_document).pieces)).trunk.shape
    export_proposer(MODELS, trunk_of(MODELS / PRM / "model.onnx", shape), tokenizer_document, TRUNK)


if __name__ == "__main__":
    main()
