namespace Reckon.Coordinator.Routing;

/// <summary>A model cannot serve the request as it is; sending it again would not help.</summary>
[GenerateSerializer, Alias("reckon.work-rejected")]
public sealed class WorkRejectedException(string message) : Exception(message);
