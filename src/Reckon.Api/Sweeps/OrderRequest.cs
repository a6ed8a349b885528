namespace Reckon.Api.Sweeps;

/// <summary>The body of a request that changes what runs; may be left out.</summary>
/// <param name="Why">The reason, for the list of events.</param>
public sealed record OrderRequest(string? Why = null)
{
    private const int MaxLength = 500;

    /// <summary>The reason; empty where none was given.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public static string WhyOf(string? why) => why is null ? ""
        : why.Length <= MaxLength ? why
        : throw new ArgumentException($"A reason has at most {MaxLength} characters.");
}
