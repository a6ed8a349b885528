namespace Reckon.Benchmarks.Sweeps;

/// <summary>What the bare loops took for the same model work.</summary>
/// <param name="Wall">Seconds until both were done.</param>
/// <param name="Proposer">Seconds of the proposer's loop.</param>
/// <param name="Verifier">Seconds of the verifier's loop.</param>
/// <param name="Cpu">Processor seconds of both.</param>
/// <param name="OthersCores">Cores that other processes kept busy.</param>
internal sealed record BareFigures(double Wall, double Proposer, double Verifier, double Cpu, double OthersCores);
