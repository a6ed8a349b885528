"""The graph of the process reward model. The recurrent state makes scoring incremental: see reckon_training.prm."""

from reckon_training.export.graph import FLOAT, Graph
from reckon_training.export.trunk import write_trunk
from reckon_training.prm import EXTRA_STATE


def state_size(trunk):
    return trunk.shape.width + EXTRA_STATE


def prm_graph(name, trunk, head, newline):
    graph = Graph(name)
    width = trunk.shape.width
    hidden = write_trunk(graph, trunk)
    past = graph.input("past_state", FLOAT, ["batch", state_size(trunk)])
    # [batch, 1, width] and four times [batch, 1]
    past_hidden, *past_values = graph.add_many(
        "Split", past, graph.integers(width, 1, 1, 1, 1), into=graph.fresh("past", 5), axis=1
    )
    past_hidden = graph.add("Unsqueeze", past_hidden, graph.integers(1))
    values = _running_values(graph, trunk, hidden, past_hidden, past_values, newline)
    _write_scores(graph, head, hidden, values)
    _write_state(graph, trunk, hidden, values)
    return graph.model()


def _running_values(graph, trunk, hidden, past_hidden, past_values, newline):
    """Cumulative, lowest, lowest in line, newlines, and what the lowest of the next line starts from."""
    past_cumulative, past_lowest, past_lowest_line, past_newlines = past_values
    ends = graph.add("Cast", graph.add("Equal", "input_ids", graph.scalar(newline)), to=FLOAT)
    newlines = graph.add("Add", past_newlines, graph.add("CumSum", ends, graph.scalar(1)))
    before = graph.add("Sub", newlines, ends)
    scores = _token_scores(graph, trunk, hidden, past_hidden, before)
    cumulative = graph.add("Add", past_cumulative, graph.add("CumSum", scores, graph.scalar(1)))

    # [batch, 1, sequence] and [batch, sequence, 1]: column s, row t. 1 where s <= t, and where both are in one line.
    columns = graph.add("Unsqueeze", scores, graph.integers(1))
    is_earlier = graph.add("Trilu", _ones(graph, before), upper=0)
    line_of_row = graph.add("Unsqueeze", before, graph.integers(2))
    is_same_line = graph.add("Equal", line_of_row, graph.add("Unsqueeze", before, graph.integers(1)))
    earlier = graph.add("Mul", columns, is_earlier)
    earlier_in_line = graph.add("Mul", earlier, graph.add("Cast", is_same_line, to=FLOAT))
    lowest = graph.add("Min", past_lowest, graph.add("ReduceMin", earlier, axes=[2], keepdims=0))
    is_past_line = graph.add("Cast", graph.add("Equal", before, past_newlines), to=FLOAT)
    from_past = graph.add("Mul", past_lowest_line, is_past_line)
    lowest_line = graph.add("Min", from_past, graph.add("ReduceMin", earlier_in_line, axes=[2], keepdims=0))
    next_lowest_line = graph.add("Mul", lowest_line, graph.add("Sub", graph.floats(1), ends))
    return cumulative, lowest, lowest_line, newlines, next_lowest_line


def _token_scores(graph, trunk, hidden, past_hidden, before):
    """The log-probability of each token, given what stands before it; 0 for the prompt's tokens."""
    all_hidden = graph.add("Concat", past_hidden, hidden, axis=1)
    previous = graph.add("Slice", all_hidden, graph.integers(0), graph.integers(-1), graph.integers(1))
    logits = graph.add("MatMul", previous, graph.weight("head", trunk.embedding.weight.detach().t().numpy()))
    all_scores = graph.add("LogSoftmax", logits, axis=-1)
    index = graph.add("Unsqueeze", "input_ids", graph.integers(2))
    scores = graph.add("Squeeze", graph.add("GatherElements", all_scores, index, axis=2), graph.integers(2))
    return graph.add("Mul", scores, graph.add("Cast", graph.add("Greater", before, graph.scalar(0.0)), to=FLOAT))


def _ones(graph, like):
    """[batch, sequence, sequence] of ones."""
    row = graph.add("Add", graph.add("Mul", like, graph.scalar(0.0)), graph.scalar(1.0))
    return graph.add(
        "Mul", graph.add("Unsqueeze", row, graph.integers(1)), graph.add("Unsqueeze", row, graph.integers(2))
    )


def _write_scores(graph, head, hidden, values):
    cumulative, lowest, lowest_line, newlines, _ = values
    extra = (
        cumulative,
        lowest,
        lowest_line,
        graph.add("Mul", graph.add("Exp", lowest), graph.scalar(4.0)),
        graph.add("Mul", newlines, graph.scalar(0.25)),
    )
    features = graph.add("Concat", hidden, *(graph.add("Unsqueeze", x, graph.integers(2)) for x in extra), axis=2)
    weight, bias = head.folded()
    inner = graph.add("MatMul", features, graph.weight("inner", weight.detach().t().numpy()))
    inner = graph.add("Add", inner, graph.weight("inner_bias", bias.detach().numpy()))
    inner = graph.add("Mul", inner, graph.add("Sigmoid", inner))
    outer = graph.add("MatMul", inner, graph.weight("outer", head.outer.weight.detach()[0].numpy()))
    outer = graph.add("Add", outer, graph.weight("outer_bias", head.outer.bias.detach().numpy()))
    scores = graph.output("scores", FLOAT, ["batch", "sequence"])
    graph.add("Sigmoid", outer, into=scores)


def _write_state(graph, trunk, hidden, values):
    """The values at each row's last token. A first chunk may be padded at the right: then its mask tells the length."""
    cumulative, lowest, _, newlines, next_lowest_line = values
    parts = (graph.add("Unsqueeze", x, graph.integers(2)) for x in (cumulative, lowest, next_lowest_line, newlines))
    states = graph.add("Concat", hidden, *parts, axis=2)
    chunk = graph.add("Gather", graph.add("Shape", "input_ids"), graph.integers(1), axis=0)
    read = graph.add("Min", graph.add("ReduceSum", "attention_mask", graph.integers(1), keepdims=1), chunk)
    last = graph.add("Sub", read, graph.scalar(1))
    index = graph.add("Unsqueeze", last, graph.integers(2))
    index = graph.add("Expand", index, graph.integers(1, 1, state_size(trunk)))
    state = graph.add("GatherElements", states, index, axis=1)
    present = graph.output("present_state", FLOAT, ["batch", state_size(trunk)])
    graph.add("Squeeze", state, graph.integers(1), into=present)
