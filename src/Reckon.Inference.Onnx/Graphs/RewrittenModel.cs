namespace Reckon.Inference.Onnx.Graphs;

/// <summary>A model whose end was rewritten.</summary>
/// <param name="File">The ONNX file; weights that were outside still are.</param>
/// <param name="Head">The output of the head; null where that is as it was.</param>
internal sealed record RewrittenModel(byte[] File, HeadShape? Head);
