"""The model folders from the trained models."""

from reckon_training.export.folder import write_folder
from reckon_training.export.known_answers import prm_answers, proposer_answers
from reckon_training.export.prm import prm_graph, state_size
from reckon_training.export.proposer import proposer_graph
from reckon_training.tokenizer import Tokenizer

PROPOSER = "abacus-proposer"
PRM = "abacus-prm"
TRUNK = "abacus-trunk"


def export_proposer(folder, model, tokenizer_document, name=PROPOSER):
    write_folder(
        folder / name,
        "proposer",
        proposer_graph(name, model),
        model.shape,
        model.parameter_count,
        tokenizer_document,
        proposer_answers(model, Tokenizer(tokenizer_document)),
    )


def export_prm(folder, trunk, head, tokenizer_document):
    tokenizer = Tokenizer(tokenizer_document)
    write_folder(
        folder / PRM,
        "verifier",
        prm_graph(PRM, trunk, head, tokenizer.newline),
        trunk.shape,
        trunk.parameter_count + head.parameter_count,
        tokenizer_document,
        prm_answers(trunk, head, tokenizer),
        verifier={
            "kind": "process",
            "scores": "scores",
            "state": {"input": "past_state", "output": "present_state", "size": state_size(trunk)},
        },
    )
