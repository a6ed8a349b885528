"""The Llama part that both graphs share."""

from reckon_training.export.graph import CONTRIB, FLOAT, INT32, INT64


def write_trunk(graph, model):
    """From ids and cache to the final hidden states [batch, sequence, width]."""
    shape = model.shape
    ids = graph.input("input_ids", INT64, ["batch", "sequence"])
    mask = graph.input("attention_mask", INT64, ["batch", "total"])
    lengths = _lengths(graph, mask)
    tables = [graph.weight("cos_cache", model.cos.numpy()), graph.weight("sin_cache", model.sin.numpy())]
    embedding = graph.weight("embedding", model.embedding.weight.detach().numpy())
    residual = graph.add("Gather", embedding, ids, axis=0)
    # SimplifiedLayerNormalization (RMSNorm) lives in the default domain of ONNX Runtime, not of ONNX itself.
    first_norm = graph.weight("layers.0.attention_norm", model.layers[0].attention_norm.weight.detach().numpy())
    normal = graph.add(
        "SimplifiedLayerNormalization", residual, first_norm, axis=-1, epsilon=shape.epsilon, stash_type=1
    )
    norms = [layer.attention_norm for layer in model.layers[1:]] + [model.norm]
    for at, (layer, next_norm) in enumerate(zip(model.layers, norms)):
        mixed = _attention(graph, shape, layer, at, normal, lengths, tables)
        normal, residual = _add_and_norm(graph, shape, mixed, residual, layer.mlp_norm, f"layers.{at}.mlp_norm")
        inner = _swiglu(graph, layer, at, normal)
        normal, residual = _add_and_norm(graph, shape, inner, residual, next_norm, f"layers.{at}.next_norm")
    return normal


def _lengths(graph, mask):
    """What the attention operation wants: the length of each row less one, and the longest length."""
    total = graph.add("ReduceSum", mask, graph.integers(1), keepdims=0)
    last = graph.add("Cast", graph.add("Sub", total, graph.scalar(1)), to=INT32)
    longest = graph.add("Gather", graph.add("Shape", mask), graph.scalar(1), axis=0)
    return [last, graph.add("Cast", longest, to=INT32)]


def _attention(graph, shape, layer, at, x, lengths, tables):
    cache_shape = ["batch", shape.kv_heads, "past", shape.head_size]
    present_shape = ["batch", shape.kv_heads, "present", shape.head_size]
    past = [graph.input(f"past_key_values.{at}.{part}", FLOAT, cache_shape) for part in ("key", "value")]
    present = [graph.output(f"present.{at}.{part}", FLOAT, present_shape) for part in ("key", "value")]
    qkv = graph.add("MatMul", x, _matrix(graph, f"layers.{at}.qkv", layer.qkv))
    # Empty key and value: query holds all three.
    mixed, *_ = graph.add_many(
        "GroupQueryAttention",
        *(qkv, "", "", *past, *lengths, *tables),
        into=[f"layers.{at}.mixed", *present],
        domain=CONTRIB,
        num_heads=shape.heads,
        kv_num_heads=shape.kv_heads,
        do_rotary=1,
        rotary_interleaved=0,
    )
    return graph.add("MatMul", mixed, _matrix(graph, f"layers.{at}.output", layer.output))


def _swiglu(graph, layer, at, x):
    both = graph.add("MatMul", x, _matrix(graph, f"layers.{at}.gate_up", layer.gate_up))
    gate, up = graph.add_many("Split", both, into=graph.fresh("split", 2), axis=-1)
    gated = graph.add("Mul", graph.add("Mul", gate, graph.add("Sigmoid", gate)), up)
    return graph.add("MatMul", gated, _matrix(graph, f"layers.{at}.down", layer.down))


def _add_and_norm(graph, shape, x, residual, norm, name):
    weight = graph.weight(name, norm.weight.detach().numpy())
    normal, total = graph.fresh("norm", 2)
    graph.add_many(
        "SkipSimplifiedLayerNormalization",
        *(x, residual, weight),
        into=[normal, "", "", total],
        domain=CONTRIB,
        epsilon=shape.epsilon,
    )
    return normal, total


def _matrix(graph, name, linear):
    return graph.weight(name, linear.weight.detach().t().numpy())
