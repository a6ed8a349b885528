namespace Reckon.Inference.Onnx.Graphs;

/// <summary>A model whose head was rewritten.</summary>
/// <param name="File">The ONNX file; weights that were outside still are.</param>
/// <param name="Head">The output of the head.</param>
internal sealed record RewrittenModel(byte[] File, HeadShape Head);
