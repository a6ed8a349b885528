using Reckon.Benchmarks.Machine;

namespace Reckon.Benchmarks.Launch;

/// <summary>What a user waits for and pays besides the model's work: start, memory, processor time of a whole process.</summary>
internal static class StartUp
{
    private const int Repeats = 3;
    private const string OneTrial = "tests/Reckon.Benchmarks/one-trial.yaml";
    private const string Slice = "tests/Reckon.Benchmarks/slice.yaml";

    /// <summary>Prints the medians of the smallest sweep, and one run of the slice.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        List<ProcessFigures> starts = [];
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            starts.Add(await ProcessWatch.RunAsync(OneTrial));
        }

        Console.WriteLine($"""
            one trial, medians of {starts.Count}
              first line of progress      {Median.Of(starts, run => run.FirstLine):f2} s
              first finished trial        {Median.Of(starts, run => run.FirstTrial):f2} s   (progress is asked for each 0.2 s)
              end of the process          {Median.Of(starts, run => run.End):f2} s
              processor time              {Median.Of(starts, run => run.Cpu):f2} s
              peak resident memory        {Median.Of(starts, run => run.PeakMegabytes):f0} MiB
            """);
        var slice = await ProcessWatch.RunAsync(arguments.Length > 0 ? arguments[0] : Slice);
        Console.WriteLine($"""
            slice of the demo, one run
              end of the process          {slice.End:f2} s
              processor time              {slice.Cpu:f2} s, {slice.EngineCpu:f2} s of it in the engines' threads
              peak resident memory        {slice.PeakMegabytes:f0} MiB
            """);
        return 0;
    }
}
