namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Products in single precision: a lone row takes a path of its own on most processors, and has to run beside another.</summary>
public sealed class BuilderFourBitsSingleTests() : TinyModelKit("genai-int4-fp32", 1e-3);
