using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class BuilderFourBitsRewrittenTests() : TinyModelKit("genai-int4", 0.3, HeadRewrite.Rows);
