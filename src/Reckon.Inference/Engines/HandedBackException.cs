namespace Reckon.Inference.Engines;

/// <summary>The engine is about to be closed and had not begun with the request. Another will serve it.</summary>
public sealed class HandedBackException() : Exception("The engine is about to be closed and had not begun with the request.");
