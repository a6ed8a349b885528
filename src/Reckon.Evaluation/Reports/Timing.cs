namespace Reckon.Evaluation;

/// <summary>How long a sweep took. Apart from everything else, because it is the one thing that differs between runs.</summary>
/// <param name="WallSeconds">From start to end, waiting included.</param>
/// <param name="GeneratedTokens">Tokens that were drawn in this time; what was reused from before does not count.</param>
/// <param name="TokensPerSecond">Generated tokens by wall seconds.</param>
/// <param name="Workers">Workers at the end.</param>
public sealed record Timing(double WallSeconds, long GeneratedTokens, double TokensPerSecond, int Workers);
