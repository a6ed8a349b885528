namespace Reckon.Benchmarks.Sweeps;

/// <summary>One run of the proposer: a piece of a prompt in one row, or a token in each of several.</summary>
/// <param name="Lengths">Tokens that each row held before; at most 65,535.</param>
/// <param name="Tokens">Tokens read into each, at least 1.</param>
internal sealed record ProposerRun(ushort[] Lengths, int Tokens);
