using System.Text.Json;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search;
using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class SweepDocumentTests
{
    [Fact]
    public void Gives_back_what_was_written() =>
        Assert.Equal(Some.Sweep, SweepDocument.Read(SweepDocument.Write(Some.Sweep), StrategyRegistry.BuiltIn));

    [Fact]
    public void Gives_back_every_way_to_draw()
    {
        var sampling = new Sampling(0.5, 1, 2, 3, 0.4, 0.5, 1.6, -0.7, 0.8, ["\n\n", "Problem:"])
        {
            StepDelimiter = "## Step",
            Preface = new Preface { System = "Think.", Examples = [new WorkedExample("1 + 1?", "2")] },
        };
        var sweep = Some.Sweep with { Sampling = sampling };

        Assert.Equal(sweep, SweepDocument.Read(SweepDocument.Write(sweep), StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void Gives_back_what_is_left_out()
    {
        var sweep = Some.Sweep with
        {
            OnOverlong = OverlongPolicy.Skip,
            MaxUnknownText = 0.1,
            Dataset = Some.Sweep.Dataset with
            {
                Exclude = ["a", "b"],
                Ids = ["c"],
                Where = new ProblemFilter { Subjects = ["d"], Levels = [0, 5] },
                Sample = new ProblemSample(2, -1),
            },
        };

        Assert.Equal(sweep, SweepDocument.Read(SweepDocument.Write(sweep), StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void Gives_back_a_width_that_is_a_word()
    {
        var sweep = Some.Sweep with { Strategies = [new StrategySpec(BeamSearch.Definition, 16, ("width", "sqrt"))] };

        Assert.Contains("""{"name":"beam","n":16,"width":"sqrt","maxRounds":40}""", SweepDocument.Write(sweep), StringComparison.Ordinal);
        Assert.Equal(sweep, SweepDocument.Read(SweepDocument.Write(sweep), StrategyRegistry.BuiltIn));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Gives_back_a_parameter_that_is_left_out_at_its_default(int subtrees)
    {
        var sweep = Some.Sweep with { Strategies = [new StrategySpec(Rebase.Definition, 16, ("subtrees", subtrees))] };

        Assert.Equal(subtrees != 1, SweepDocument.Write(sweep).Contains("subtrees", StringComparison.Ordinal));
        Assert.Equal(sweep, SweepDocument.Read(SweepDocument.Write(sweep), StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void Gives_back_whether_rounds_are_asynchronous()
    {
        var sweep = Some.Sweep with { Strategies = [Some.Beam(16, 4) with { IsAsynchronous = true }, Some.Beam(4, 2)] };
        var document = SweepDocument.Write(sweep);

        Assert.Contains("""{"name":"beam","n":16,"width":4,"maxRounds":40,"asynchronous":true},{""", document, StringComparison.Ordinal);
        Assert.Equal(sweep, SweepDocument.Read(document, StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void Reads_what_was_written_before_there_were_cuts_and_penalties()
    {
        var document = SweepDocument.Write(Some.Sweep);
        var (start, end) =
            (document.IndexOf(",\"topK\"", StringComparison.Ordinal), document.IndexOf("},\"strategies\"", StringComparison.Ordinal));

        Assert.Equal(Some.Sweep, SweepDocument.Read(document.Remove(start, end - start), StrategyRegistry.BuiltIn));
    }

    [Fact]
    public void Is_written_in_one_way() => Golden.Match(SweepDocument.Write(Some.Sweep) + "\n");

    [Theory]
    [InlineData("beam", "lookahead")]
    [InlineData("\"width\":2", "\"width\":0")]
    [InlineData("\"width\":2", "\"girth\":2")]
    [InlineData("\"name\":\"demo\"", "\"name\":null")]
    [InlineData("\"name\":\"demo\"", "\"nom\":\"demo\"")]
    [InlineData("\"majority\"", "0")]
    [InlineData("\"majority\"", "\"most\"")]
    public void Refuses_what_is_no_sweep(string right, string wrong)
    {
        var document = SweepDocument.Write(Some.Sweep);
        Assert.Contains(right, document, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() =>
            SweepDocument.Read(document.Replace(right, wrong, StringComparison.Ordinal), StrategyRegistry.BuiltIn));
    }
}
