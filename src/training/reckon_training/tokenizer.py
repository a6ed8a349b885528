"""Reads and writes the tokenizer.json that every user of the models reads, so that there is one truth."""

import json
import re

from abacus.vocabulary import PIECE_PATTERN, vocabulary

SPECIAL = ("<pad>", "<s>", "</s>", "<unk>")
PAD, BOS, EOS, UNK = range(4)


class Tokenizer:
    def __init__(self, document):
        self.ids = document["model"]["vocab"]
        self.pieces = [piece for piece, _ in sorted(self.ids.items(), key=lambda item: item[1])]
        self._pattern = re.compile(document["pre_tokenizer"]["pattern"]["Regex"])
        self.newline = self.ids["\n"]

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return Tokenizer(json.load(file))

    def __len__(self):
        return len(self.pieces)

    def encode(self, text):
        """The ids of the text, without `<s>`."""
        return [self.ids.get(piece, UNK) for piece in self._pattern.findall(text)]

    def decode(self, ids):
        return "".join(self.pieces[i] for i in ids if i >= len(SPECIAL))

    def prompt(self, problem):
        return [BOS, *self.encode(problem + "\n")]

    def solution(self, solution):
        return [*self.encode(solution), EOS]


def document():
    """The tokenizer.json of Abacus in the Hugging Face format."""
    ids = {piece: i for i, piece in enumerate([*SPECIAL, *vocabulary()])}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": i,
                "content": content,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for i, content in enumerate(SPECIAL)
        ],
        "normalizer": None,
        "pre_tokenizer": {
            "type": "Split",
            "pattern": {"Regex": PIECE_PATTERN},
            "behavior": "Isolated",
            "invert": False,
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
            "pair": [
                {"SpecialToken": {"id": "<s>", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 1}},
            ],
            "special_tokens": {"<s>": {"id": "<s>", "ids": [BOS], "tokens": ["<s>"]}},
        },
        "decoder": {"type": "Fuse"},
        "model": {"type": "WordLevel", "vocab": ids, "unk_token": "<unk>"},
    }
