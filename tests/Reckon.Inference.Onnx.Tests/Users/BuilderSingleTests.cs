namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class BuilderSingleTests() : TinyModelKit("genai-fp32", 1e-4);
