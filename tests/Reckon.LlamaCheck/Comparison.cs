using System.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Proposing;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.LlamaCheck;

/// <summary>
/// ONNX Runtime and llama.cpp on the same weights, behind the same engine, on one thread: tokens of distinct text for a second of processor
/// time, in turns. Prints both and their ratio.
/// </summary>
internal sealed class Comparison(ModelFolder files, string gguf, IReadOnlyList<Problem> problems)
{
    private const int Rows = 16;
    private const int Repeats = 3;
    private static readonly Sampling _sampling = new(Temperature: 0.8, MaxStepTokens: 64, MaxAnswerTokens: 200);

    private static readonly EngineOptions _options = new() { MaxRows = Rows, MaxParkedRows = Rows, MaxQueuedChildren = 1_000_000, MaxKeptTokens = 0 };

    public async Task RunAsync()
    {
        await using var ours = InferenceEngines.OpenProposer(files, _options, new OnnxExecutionOptions());
        await using var apart = Llama(isUnified: false);
        await using var unified = Llama(isUnified: true);
        IProposerEngine[] engines = [ours, apart, unified];
        Console.WriteLine($"the same bits in any batch: {string.Join(", ", engines.Select(engine => engine.Card.IsRepeatable))}");
        Console.WriteLine($"{"tokens a second",-16} {"here",8} {"llama.cpp",10} {"one cache",10} {"ratios",12} {"distinct of all tokens",23}");
        await CompareAsync("best-of-16", () => new BestOfN(16), engines);
        await CompareAsync("beam 16/4", () => new BeamSearch(16, 4), engines);
    }

    private ProposerEngine Llama(bool isUnified)
    {
        var model = new LlamaModel(gguf, _options.Slots, files.Descriptor.Card.ContextTokens, files.Tokenizer.Size, isUnified);
        return new ProposerEngine(InferenceEngines.Parts(files, model), _options);
    }

    private async Task CompareAsync(string name, Func<ISearchStrategy> strategy, IProposerEngine[] engines)
    {
        var (best, distinct, all) = (new double[engines.Length], 0L, 0L);
        for (var repeat = 0; repeat <= Repeats; repeat++) // The first warms up.
        {
            for (var i = 0; i < engines.Length; i++)
            {
                var run = await RunAsync(strategy, engines[i]);
                best[i] = repeat == 0 ? 0 : Math.Max(best[i], run.Distinct / run.Seconds);
                (distinct, all) = i == 0 ? (run.Distinct, run.All) : (distinct, all);
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name,-16} {best[0],8:N0} {best[1],10:N0} {best[2],10:N0} {best[0] / best[1],6:0.00}{best[0] / best[2],6:0.00} {100.0 * distinct / all,21:0} %"));
    }

    private async Task<(long Distinct, long All, double Seconds)> RunAsync(Func<ISearchStrategy> strategy, IProposerEngine engine)
    {
        var (distinct, all) = (0L, 0L);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var problem in problems)
        {
            var runner = new SearchRunner(new ProposeThenJudge(new EngineProposer(engine), new EvenVerifier()), new LocalBudgetGate(Budget.Unlimited));
            var result = await runner.RunAsync(new SearchTask(problem, 0, strategy(), _sampling), CancellationToken.None);
            var tokens = DistinctText.TokensOf(result.Tree);
            (distinct, all) = (distinct + tokens.Distinct, all + tokens.All);
        }

        return (distinct, all, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }
}
