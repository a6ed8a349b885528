using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class BuilderHalfRewrittenTests() : TinyModelKit("genai-fp16", 0.03, HeadRewrite.Top);
