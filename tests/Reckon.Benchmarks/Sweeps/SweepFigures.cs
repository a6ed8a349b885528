using Reckon.Inference.Engines;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>What one sweep took.</summary>
/// <param name="Wall">Seconds from submission to the last outcome.</param>
/// <param name="Proposer">The proposer's counters.</param>
/// <param name="Verifier">The verifier's counters.</param>
/// <param name="Expansions">Expansions that were drawn; what nodes answered from memory is not among them.</param>
/// <param name="Runs">The proposer's runs.</param>
/// <param name="Chunks">The verifier's runs.</param>
/// <param name="ProcessCpu">Processor seconds of the process.</param>
/// <param name="EngineCpu">Processor seconds of the engines' threads.</param>
/// <param name="CompilerCpu">Processor seconds of the compiler's thread.</param>
/// <param name="OthersCores">Cores that other processes kept busy.</param>
internal sealed record SweepFigures(
    double Wall,
    EngineMetrics Proposer,
    EngineMetrics Verifier,
    long Expansions,
    ProposerRun[] Runs,
    Chunk[] Chunks,
    double ProcessCpu,
    double EngineCpu,
    double CompilerCpu,
    double OthersCores)
{
    /// <summary>Tokens that a row held in a batched step, on average.</summary>
    public double MeanRowTokens => Runs.Where(run => run.Tokens == 1).SelectMany(run => run.Lengths).Average(length => (double)length);

    /// <summary>Share of the wall time in which the busier model was inside its runtime.</summary>
    public double BusierShare => Math.Max(Proposer.ModelSeconds, Verifier.ModelSeconds) / Wall;

    /// <summary>Milliseconds of processor time an expansion, outside the engines and the compiler.</summary>
    public double OverheadMilliseconds => 1e3 * (ProcessCpu - EngineCpu - CompilerCpu) / Expansions;
}
