namespace Reckon.Api.Security;

/// <summary>Who calls.</summary>
/// <param name="Name">The name that events record.</param>
/// <param name="Role">What they may do.</param>
public sealed record CallerView(string Name, ApiRole Role);
