using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reckon.Evaluation.Text;
using Reckon.Grading;
using Reckon.Search.Controls;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;

namespace Reckon.Evaluation.Sweeps;

/// <summary>
/// The identity of what a sweep draws and judges. Whatever can change that is in it; the sweep's name, where its files lie, and the
/// version of grading are not: what was drawn can be graded anew. Where a strategy looks at answers, or an oracle scores them, that version
/// decides what is drawn, and is in it.
/// </summary>
public static class SweepHash
{
    /// <summary>SHA-256 of <see cref="Canonical"/>, in lower-case hex.</summary>
    public static string Of(SweepSpec spec, SweepContents contents) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(spec, contents))));

    /// <summary>
    /// The one spelling of what a sweep means: JSON without spaces, its keys in alphabetical order, every default written out.
    /// </summary>
    public static string Canonical(SweepSpec spec, SweepContents contents)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, spec, contents);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, SweepSpec spec, SweepContents contents)
    {
        writer.WriteStartObject();
        HashedTrials.WriteAggregations(writer, spec);
        HashedDrawing.WriteBudget(writer, spec.Budget, spec.SweepBudget);
        HashedTrials.WriteControl(writer, spec.Control);
        HashedDataset.Write(writer, spec.Dataset, contents);
        WriteVersions(writer, spec, contents);
        WriteModels(writer, contents);
        if (spec.OnOverlong != OverlongPolicy.Error)
        {
            writer.WriteString("onOverlong", CamelCase.Of(spec.OnOverlong));
        }

        HashedDrawing.WritePreface(writer, spec.Sampling.Preface);
        HashedDrawing.WriteSampling(writer, spec.Sampling);
        HashedTrials.WriteSeeds(writer, spec);
        HashedTrials.WriteSelections(writer, spec);
        HashedTrials.WriteStrategies(writer, spec);
        HashedTrials.WriteTies(writer, spec.Ties);
        writer.WriteEndObject();
    }

    private static void WriteVersions(Utf8JsonWriter writer, SweepSpec spec, SweepContents contents)
    {
        writer.WriteNumber("drawingVersion", DrawingVersion.Current);
        var isLedByGrades = spec.Control?.Kind == ControlKind.Oracle || spec.Strategies.Any(strategy => strategy.Needs.Answers);
        writer.WriteUnlessNull("gradingVersion", isLedByGrades ? GradingVersion.Current : null);
        var isJudged = contents.VerifierFingerprint is not null || spec.Control is not null;
        writer.WriteUnlessNull("judgingVersion", isJudged ? JudgingVersion.Current : null);
    }

    private static void WriteModels(Utf8JsonWriter writer, SweepContents contents)
    {
        writer.WriteStartObject("models");
        writer.WriteString("proposer", contents.ProposerFingerprint);
        if (contents.VerifierFingerprint is { } verifier)
        {
            writer.WriteString("verifier", verifier);
        }

        writer.WriteEndObject();
    }
}
