using System.Text;
using CsCheck;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class SweepParserFuzzTests
{
    private const int Files = 20_000;

    private static readonly string[] _fragments =
    [
        "\t", "\n", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "|", ">", "'", "\"", "#", "---\n", "...\n", "? ", "%YAML 1.2\n",
        "~", "null", "\0", "\uFEFF", "\uD800", "\u2028", "\x1b[2J", "9999999999999999999", "-0",
        "1e999", ".inf", "<<: ", "@", "`", "\r", "é",
        "    ", ",", "[[[[[[[[", "{{{{", "\\u", "\"\\U00110000\"", "bestOfN: { n: 4 }",
    ];

    private static readonly Gen<(int Kind, int At, int Length, int Fragment)> _edit =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, SweepText.Full.Length - 1], Gen.Int[1, 30], Gen.Int[0, _fragments.Length - 1]);

    [Fact]
    public void Never_throws_and_never_accepts_a_sweep_that_cannot_be_run() =>
        _edit.List[1, 6].Sample(edits => Check(Mutate(edits)), iter: Files);

    [Fact]
    public void Never_throws_on_bytes() =>
        Gen.Byte.Array[0, 200].Sample(
            bytes =>
            {
                SweepParser.Parse(bytes, SweepText.FileName, ListedFiles.ForDemo, StrategyRegistry.BuiltIn);
                SweepParser.Parse([.. Encoding.UTF8.GetBytes(SweepText.Short), .. bytes],
                    SweepText.FileName, ListedFiles.ForDemo, StrategyRegistry.BuiltIn);
            },
            iter: Files / 4);

    private static void Check(string text)
    {
        switch (SweepParser.Parse(text, SweepText.FileName, ListedFiles.ForDemo, StrategyRegistry.BuiltIn))
        {
            case Validated<SweepSpec>.Invalid(var diagnostics):
                Assert.NotEmpty(diagnostics);
                Assert.All(diagnostics, diagnostic => Assert.DoesNotContain(diagnostic.ToString(), char.IsControl));
                break;
            case Validated<SweepSpec>.Valid(var spec):
                Assert.All(spec.Trials(), trial =>
                    Assert.True(trial.Strategy.BuildForFirstRound().Generations <= (spec.Budget.Generations ?? int.MaxValue)));
                Assert.All(spec.Trials(), trial => Assert.True(RoundBound.OfFirst(trial.Strategy.BuildForFirstRound(),
                    spec.Sampling, SearchPrice.Default).Tokens < (spec.Budget.Tokens ?? long.MaxValue)));
                Assert.Equal(spec, SweepDocument.Read(SweepDocument.Write(spec), StrategyRegistry.BuiltIn));
                break;
        }
    }

    private static string Mutate(List<(int Kind, int At, int Length, int Fragment)> edits)
    {
        var text = new StringBuilder(SweepText.Full);
        foreach (var (kind, at, length, fragment) in edits)
        {
            var start = Math.Min(at, text.Length);
            var end = Math.Min(start + length, text.Length);
            _ = kind switch
            {
                0 => text.Remove(start, end - start),
                1 => text.Insert(start, _fragments[fragment]),
                _ => text.Insert(start, text.ToString(start, end - start)),
            };
        }

        return text.ToString();
    }
}
