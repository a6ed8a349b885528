using System.Text.Json;
using Reckon.Search;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Sweeps;

/// <summary>How a sweep's continuations are drawn and what they may cost, as its hash has it.</summary>
internal static class HashedDrawing
{
    /// <summary>Writes the key <c>budget</c>.</summary>
    public static void WriteBudget(Utf8JsonWriter writer, Budget budget, SweepBudget? sweep)
    {
        writer.WriteStartObject("budget");
        writer.WriteUnlessNull("flops", budget.Flops);
        writer.WriteUnlessNull("generations", budget.Generations);
        writer.WriteUnlessNull("money", budget.Money);
        writer.WriteUnlessNull("seconds", budget.Seconds);
        if (sweep is not null)
        {
            writer.WriteStartObject("sweep");
            writer.WriteUnlessNull("bill", sweep.Bill);
            writer.WriteUnlessNull("flops", sweep.Flops);
            writer.WriteUnlessNull("money", sweep.Money);
            writer.WriteUnlessNull("seconds", sweep.Seconds);
            writer.WriteUnlessNull("tokens", sweep.Tokens);
            writer.WriteUnlessNull("trials", sweep.Trials);
            writer.WriteEndObject();
        }

        writer.WriteUnlessNull("tokens", budget.Tokens);
        if (budget != Budget.Unlimited)
        {
            writer.WriteNumber("version", BudgetingVersion.Current);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the key <c>prompt</c>, where there is something to write.</summary>
    public static void WritePreface(Utf8JsonWriter writer, Preface? preface)
    {
        if (preface is null)
        {
            return;
        }

        writer.WriteStartObject("prompt");
        if (!preface.Examples.IsEmpty)
        {
            writer.WriteStartArray("examples");
            foreach (var example in preface.Examples)
            {
                writer.WriteStartObject();
                writer.WriteString("problem", example.Problem);
                writer.WriteString("solution", example.Solution);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (preface.System is { } system)
        {
            writer.WriteString("system", system);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the key <c>sampling</c>. Values that change nothing are left out.</summary>
    public static void WriteSampling(Utf8JsonWriter writer, Sampling sampling)
    {
        writer.WriteStartObject("sampling");
        writer.WriteUnless("frequencyPenalty", sampling.FrequencyPenalty, 0);
        writer.WriteNumber("maxAnswerTokens", sampling.MaxAnswerTokens);
        writer.WriteNumber("maxStepTokens", sampling.MaxStepTokens);
        writer.WriteUnless("minP", sampling.MinP, 0);
        writer.WriteUnless("presencePenalty", sampling.PresencePenalty, 0);
        writer.WriteUnless("repetitionPenalty", sampling.RepetitionPenalty, 1);
        if (sampling.StepDelimiter is { } delimiter)
        {
            writer.WriteString("stepDelimiter", delimiter);
        }

        writer.WriteTexts("stop", sampling.Stop); // In any order: whichever is complete first ends the answer.
        writer.WriteNumber("temperature", sampling.Temperature + 0.0); // −0 and 0 are one temperature.
        writer.WriteUnless("topK", sampling.TopK, 0);
        writer.WriteUnless("topP", sampling.TopP, 1);
        writer.WriteEndObject();
    }
}
