using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Text;
using Reckon.Grading.Grades;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Documents;

/// <summary>
/// Reads heads of outcomes by hand, token by token, in a fraction of the time that <see cref="OutcomeJson.Read"/> takes: lists of a million
/// trials wait for it. For one thread.
/// </summary>
public sealed class OutcomeHeadReader
{
    private readonly ImmutableArray<SelectionHead>.Builder _selections = ImmutableArray.CreateBuilder<SelectionHead>();
    private byte[] _bytes = new byte[1_024];
    private string _subject = ""; // Of the line before: most lines have the same.
    private string _run = "";

    /// <summary>The head of the outcome that <see cref="OutcomeJson.Write"/> wrote; what it does not hold is not looked at.</summary>
    /// <exception cref="JsonException">The line is not such an outcome.</exception>
    public OutcomeHead Read(string line)
    {
        if (Encoding.UTF8.GetMaxByteCount(line.Length) is var most && most > _bytes.Length)
        {
            _bytes = new byte[2 * most];
        }

        return Read(_bytes.AsSpan(0, Encoding.UTF8.GetBytes(line, _bytes)));
    }

    /// <summary>The same of a line in UTF-8.</summary>
    /// <exception cref="JsonException">The line is not such an outcome.</exception>
    public OutcomeHead Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return Read(new Utf8JsonReader(line));
        }
        catch (Exception cause) when (cause is InvalidOperationException or FormatException)
        {
            throw new JsonException("The line holds no outcome.", cause); // A value is of another kind.
        }
    }

    private OutcomeHead Read(Utf8JsonReader reader)
    {
        var (id, level, seed, solutions) = ((string?)null, (int?)null, (long?)null, (int?)null);
        var (end, subject, run, hasSelections) = ((SearchEnd?)null, (string?)null, (string?)null, false);
        Begin(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "problemId"u8)) { id = reader.GetString(); }
            else if (Is(ref reader, "subject"u8)) { subject = TextOf(ref reader, _subject); _subject = subject ?? ""; }
            else if (Is(ref reader, "run"u8)) { run = TextOf(ref reader, _run); _run = run ?? ""; }
            else if (Is(ref reader, "level"u8)) { level = reader.GetInt32(); }
            else if (Is(ref reader, "seed"u8)) { seed = reader.GetInt64(); }
            else if (Is(ref reader, "solutions"u8)) { solutions = reader.GetInt32(); }
            else if (Is(ref reader, "end"u8)) { end = EnumNames<SearchEnd>.Read(ref reader); }
            else if (Is(ref reader, "selections"u8)) { hasSelections = ReadSelections(ref reader); }
            else { reader.Skip(); }
        }

        return id is not null && subject is not null && run is not null && hasSelections
            && (level, seed, solutions, end) is ({ } ofProblem, { } ofTrial, { } count, { } why)
                ? new OutcomeHead(id, subject, ofProblem, run, ofTrial, why, count, _selections.DrainToImmutable())
                : throw new JsonException("The line holds no outcome.");
    }

    private bool ReadSelections(ref Utf8JsonReader reader)
    {
        _selections.Clear();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("The selections are no array.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var (rule, status, correct, aggregation) = ((SelectionRule?)null, (GradeStatus?)null, (bool?)null, (Aggregation?)null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Is(ref reader, "rule"u8)) { rule = EnumNames<SelectionRule>.Read(ref reader); }
                else if (Is(ref reader, "status"u8)) { status = EnumNames<GradeStatus>.Read(ref reader); }
                else if (Is(ref reader, "correct"u8)) { correct = reader.GetBoolean(); }
                else if (Is(ref reader, "aggregation"u8)) { aggregation = EnumNames<Aggregation>.Read(ref reader); }
                else { reader.Skip(); }
            }

            _selections.Add((rule, status, correct) is ({ } how, { } why, { } isRight)
                ? new SelectionHead(how, isRight, why, aggregation)
                : throw new JsonException("A selection is not whole."));
        }

        return true;
    }

    private static void Begin(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException("The line is no object.");
        }
    }

    // Whether the property has this name; then the reader stands at its value. Otherwise it stays at the name, from which Skip leaves the value, too.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static string? TextOf(ref Utf8JsonReader reader, string before) => reader.ValueTextEquals(before) ? before : reader.GetString();
}
