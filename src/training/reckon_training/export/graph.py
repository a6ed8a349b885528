"""A small writer of ONNX graphs: every operation returns the name of its output."""

import numpy as np
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
IR_VERSION = 8
CONTRIB = "com.microsoft"


class Graph:
    def __init__(self, name):
        self.name = name
        self._nodes = []
        self._weights = {}
        self._inputs = []
        self._outputs = []
        self._made = 0

    def input(self, name, kind, shape):
        self._inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, name, kind, shape):
        self._outputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def weight(self, name, values):
        self._weights[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def floats(self, *values):
        return self._constant(np.array(values, dtype=np.float32))

    def integers(self, *values):
        return self._constant(np.array(values, dtype=np.int64))

    def scalar(self, value):
        return self._constant(np.array(value, dtype=np.int64 if isinstance(value, int) else np.float32))

    def add(self, operation, *inputs, into=None, domain="", **attributes):
        return self.add_many(operation, *inputs, into=[into or self._fresh(operation)], domain=domain, **attributes)[0]

    def add_many(self, operation, *inputs, into, domain="", **attributes):
        """For operations with several outputs; an empty name leaves an output out."""
        name = f"{operation}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operation, list(inputs), list(into), name, domain=domain, **attributes))
        return into

    def fresh(self, hint, count):
        return [self._fresh(hint) for _ in range(count)]

    def model(self):
        graph = helper.make_graph(
            self._nodes, self.name, self._inputs, self._outputs, initializer=list(self._weights.values())
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="reckon_training")

    def _constant(self, values):
        key = f"constant_{values.dtype}_{'x'.join(map(str, values.shape))}_{'_'.join(map(str, values.flatten()))}"
        return self.weight(key, values)

    def _fresh(self, hint):
        self._made += 1
        return f"{hint.lower()}_{self._made}"


INT64 = TensorProto.INT64
INT32 = TensorProto.INT32
FLOAT = TensorProto.FLOAT
