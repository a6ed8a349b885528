"""A model folder: the files of the ecosystem, and one descriptor of ours, reckon.json."""

from hashlib import sha256
import json
from pathlib import Path

from reckon_training.tokenizer import BOS, EOS, PAD, SPECIAL

VERSION = "1"
TEMPERATURE = 0.8


def write_folder(folder: Path, role, graph, shape, parameters, tokenizer_document, known_answers, verifier=None):
    """Writes all files of the model that is named like its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    content = graph.SerializeToString(deterministic=True)
    (folder / "model.onnx").write_bytes(content)
    _write(folder / "tokenizer.json", tokenizer_document)
    _write(folder / "tokenizer_config.json", _tokenizer_config(shape))
    _write(folder / "special_tokens_map.json", _special_tokens())
    _write(folder / "config.json", _config(role, shape))
    _write(folder / "generation_config.json", _generation_config())
    _write(folder / "known-answer.json", known_answers, indent=None)
    descriptor = {
        "format": 1,
        "name": folder.name,
        "version": VERSION,
        "role": role,
        "model": "model.onnx",
        "sha256": sha256(content).hexdigest(),
        "parameters": parameters,
        "contextTokens": shape.context,
        "prompt": {"template": "{problem}\n", "addBos": True},
        "step": {"delimiter": "\n"},
        "endOfText": ["</s>"],
        "kv": {
            "layout": "shared-buffer",
            "layers": shape.layers,
            "heads": shape.kv_heads,
            "headSize": shape.head_size,
        },
    }
    if verifier is None:
        # It was trained for no revisions; this only says how earlier answers are put before a problem.
        descriptor["prompt"]["revision"] = {"template": "{answers}{problem}\n", "answer": "{answer}\n"}
    else:
        descriptor["verifier"] = verifier
    _write(folder / "reckon.json", descriptor)


def _config(role, shape):
    return {
        "architectures": ["LlamaForCausalLM" if role == "proposer" else "ReckonProcessRewardModel"],
        "model_type": "llama",
        "vocab_size": shape.vocabulary,
        "hidden_size": shape.width,
        "intermediate_size": shape.inner,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "num_key_value_heads": shape.kv_heads,
        "head_dim": shape.head_size,
        "hidden_act": "silu",
        "max_position_embeddings": shape.context,
        "rms_norm_eps": shape.epsilon,
        "rope_theta": shape.rope_theta,
        "attention_bias": False,
        "mlp_bias": False,
        "tie_word_embeddings": True,
        "torch_dtype": "float32",
        "bos_token_id": BOS,
        "eos_token_id": EOS,
        "pad_token_id": PAD,
    }


def _generation_config():
    return {
        "bos_token_id": BOS,
        "eos_token_id": EOS,
        "pad_token_id": PAD,
        "do_sample": True,
        "temperature": TEMPERATURE,
        "top_p": 1.0,
    }


def _tokenizer_config(shape):
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": shape.context,
        "clean_up_tokenization_spaces": False,
        "add_bos_token": True,
        "add_eos_token": False,
        **_special_tokens(),
    }


def _special_tokens():
    return {f"{role}_token": content for role, content in zip(("pad", "bos", "eos", "unk"), SPECIAL)}


def _write(path, document, indent=2):
    path.write_text(json.dumps(document, indent=indent, ensure_ascii=False) + "\n", encoding="utf-8")
