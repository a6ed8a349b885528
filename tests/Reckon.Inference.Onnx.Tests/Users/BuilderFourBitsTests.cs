namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class BuilderFourBitsTests() : TinyModelKit("genai-int4", 0.3);
