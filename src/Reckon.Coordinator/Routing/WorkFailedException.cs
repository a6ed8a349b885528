namespace Reckon.Coordinator.Routing;

/// <summary>Every attempt to have a request served failed.</summary>
[GenerateSerializer, Alias("reckon.work-failed")]
public sealed class WorkFailedException(string message) : Exception(message);
