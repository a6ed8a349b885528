namespace Reckon.Cli.Hosting;

/// <summary>The memory that a model takes.</summary>
/// <param name="WeightBytes">Its files.</param>
/// <param name="TokenBytes">A token in the KV cache.</param>
/// <param name="ContextTokens">Tokens that a row may hold.</param>
/// <param name="IsVerifier">Whether it judges: then it has one row.</param>
internal sealed record ModelFootprint(long WeightBytes, long TokenBytes, int ContextTokens, bool IsVerifier);
