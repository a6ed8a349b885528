namespace Reckon.Inference.Engines;

/// <summary>How busy an engine is.</summary>
/// <param name="MaxRows">Rows that it can run at once.</param>
/// <param name="RowsInUse">Rows that it runs now.</param>
/// <param name="Queued">Children accepted and not yet started.</param>
/// <param name="QueueLimit">The most that may wait; a request that finds the queue empty is always accepted.</param>
public readonly record struct EngineLoad(int MaxRows, int RowsInUse, int Queued, int QueueLimit);
