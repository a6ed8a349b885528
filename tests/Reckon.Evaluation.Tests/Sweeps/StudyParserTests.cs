using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class StudyParserTests
{
    [Fact]
    public void A_study_is_read()
    {
        var study = Assert.IsType<Validated<StudySpec>.Valid>(Parse("""
            study:
              difficulty: ../runs/other
              bins: 3
              probe: 8
              halvings: 10
              seed: 5
              families:
                paper: [best-of-n weighted, beam width=4 weighted]
              claims:
                - beam width=4 weighted reaches best-of-n weighted n=64
              ratios: [1, 2.5]
            """)).Value;

        Assert.Equal((3, 8, 10, 5), (study.Bins, study.Probe, study.Halvings, study.Seed));
        Assert.Equal("/data/runs/other", study.Difficulty);
        Assert.Equal(["best-of-n weighted", "beam width=4 weighted"], Assert.Single(study.Families).Methods);
        Assert.Single(study.Claims);
        Assert.Equal([1, 2.5], study.Ratios);
    }

    [Fact]
    public void Thresholds_are_read_by_what_they_measure()
    {
        var study = Assert.IsType<Validated<StudySpec>.Valid>(Parse("study: { thresholds: { oracle: [0.9, 0.5], logProbability: -0.2 } }")).Value;

        Assert.Equal(["oracle", "logProbability"], study.Thresholds!.Value.Select(one => one.Measure));
        Assert.Equal([0.9, 0.5], study.Thresholds.Value[0].Cuts);
        Assert.Equal([-0.2], study.Thresholds.Value[1].Cuts);
    }

    [Theory]
    [InlineData("name: x", "there is no section 'study'", "section 'study' is missing")]
    [InlineData("study: { bin: 3 }", "the key 'bin' is unknown", "")]
    [InlineData("study: { claims: [beam is best] }", "is not a claim", "")]
    [InlineData("study: { families: { one: [a] } }", "leaves nothing to choose", "")]
    [InlineData("study: { thresholds: { oracle: [0.5, 0.9] } }", "is not below the one before it", "")]
    [InlineData("study: { thresholds: { oracle: [0.5, 0.5] } }", "is not below the one before it", "")]
    [InlineData("study: { thresholds: { agreement: 2 } }", "expected a number from 0 to 1", "")]
    [InlineData("study: { thresholds: { level: [3] } }", "the key 'level' is unknown", "")]
    [InlineData("study: { bins: 0 }", "expected a whole number", "")]
    public void What_is_wrong_is_named(string text, string expected, string other)
    {
        var faults = Assert.IsType<Validated<StudySpec>.Invalid>(Parse(text)).Diagnostics;

        Assert.Contains(faults, fault => fault.Message.Contains(expected, StringComparison.Ordinal) || (other.Length > 0 && fault.Message.Contains("is missing", StringComparison.Ordinal)));
    }

    private static Validated<StudySpec> Parse(string text) => StudyParser.Parse(Encoding.UTF8.GetBytes(text), "/data/sweeps/study.yaml");
}
