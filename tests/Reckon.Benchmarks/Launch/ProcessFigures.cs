namespace Reckon.Benchmarks.Launch;

/// <summary>What one <c>reckon run</c> took.</summary>
/// <param name="FirstLine">Seconds from the command to the first line of progress.</param>
/// <param name="FirstTrial">Seconds to the first line that counts a finished trial.</param>
/// <param name="End">Seconds to the end of the process.</param>
/// <param name="PeakMegabytes">Most resident memory.</param>
/// <param name="Cpu">Processor seconds.</param>
/// <param name="EngineCpu">Processor seconds of both engines' threads.</param>
internal sealed record ProcessFigures(double FirstLine, double FirstTrial, double End, double PeakMegabytes, double Cpu, double EngineCpu);
