"""The graph of a proposer: ids and cache in, logits and cache out."""

from reckon_training.export.graph import FLOAT, Graph
from reckon_training.export.trunk import write_trunk


def proposer_graph(name, model):
    graph = Graph(name)
    hidden = write_trunk(graph, model)
    logits = graph.output("logits", FLOAT, ["batch", "sequence", model.shape.vocabulary])
    graph.add("MatMul", hidden, graph.weight("head", model.embedding.weight.detach().t().numpy()), into=logits)
    return graph.model()
