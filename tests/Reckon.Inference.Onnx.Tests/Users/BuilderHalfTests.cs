namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class BuilderHalfTests() : TinyModelKit("genai-fp16", 0.03);
