namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class ConcatTests() : TinyModelKit("optimum", 1e-4);
