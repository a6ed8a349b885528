using System.Text.Json;
using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.GradeCheck;

/// <summary>Compares the grader's verdicts with labels, and prints shares and differences.</summary>
internal sealed class Agreement(string data, Reasons reasons, AnswerPolicy policy)
{
    /// <summary>The vectors of public graders' tests, by source and by category.</summary>
    public bool Vectors()
    {
        var sources = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var categories = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var (all, sound) = (new Tally(), new Tally());
        var differences = new List<string>();
        foreach (var (line, vector) in Lines("grading/grader_vectors.jsonl"))
        {
            var (reference, answer) = (Text(vector, "gold"), Text(vector, "pred"));
            var source = Text(vector, "source");
            var equal = vector.GetProperty("equal").GetBoolean();
            var id = $"vectors:{line}";
            var verdict = Verdict(Span.Of(reference), Span.Of(answer));
            var agrees = verdict == Equivalence.Equal == equal;
            all.Add(agrees);
            if (!agrees)
            {
                differences.Add(Difference(id, reference, answer, equal, verdict));
            }

            if (agrees || !reasons.IsLeftOut(id))
            {
                sound.Add(agrees);
                Of(sources, source).Add(agrees);
                Of(categories, Text(vector, "category")).Add(agrees);
            }
        }

        Print("Vectors by source (labels left out for a reason are not counted)", sources);
        Print("Vectors by category", categories);
        Console.WriteLine($"Vectors, all labels    {all}\nVectors, sound labels  {sound}");
        Differences(differences);
        return sound.Held >= 0.98 * sound.All;
    }

    /// <summary>Pairs from real outputs that graders disagree about.</summary>
    public bool Pairs()
    {
        var (pairs, samples) = (new Tally(), new Tally());
        var differences = new List<string>();
        foreach (var (line, pair) in Lines("grading/real_disagreements.jsonl"))
        {
            if (pair.GetProperty("equal").ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            var (reference, answer, equal) = (Text(pair, "gold"), Text(pair, "pred"), pair.GetProperty("equal").GetBoolean());
            var verdict = Verdict(reference, answer);
            var agrees = verdict == Equivalence.Equal == equal;
            pairs.Add(agrees);
            samples.Add(agrees, pair.GetProperty("n_samples").GetInt64());
            if (!agrees)
            {
                differences.Add(Difference($"pairs:{line}", reference, answer, equal, verdict));
            }
        }

        Console.WriteLine($"Disputed pairs         {pairs}\n  weighted by samples  {samples}");
        Differences(differences);
        return true;
    }

    /// <summary>Answered samples of models against their reference verdicts.</summary>
    public bool Samples()
    {
        var total = new Tally();
        var kinds = new Dictionary<(string, string), (Equivalence Verdict, bool Agrees, long Count)>();
        foreach (var file in Directory.GetFiles(Path.Combine(data, "samples"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            var tally = new Tally();
            foreach (var (_, row) in Lines(Path.GetRelativePath(data, file)))
            {
                var reference = Text(row, "gold");
                foreach (var sample in row.GetProperty("samples").EnumerateArray())
                {
                    if (sample.GetProperty("answer").GetString() is not { } answer
                        || sample.GetProperty("ref").ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                    {
                        continue;
                    }

                    var label = sample.GetProperty("ref").GetBoolean();
                    if (!kinds.TryGetValue((reference, answer), out var seen))
                    {
                        var verdict = Verdict(reference, answer);
                        seen = (verdict, verdict == Equivalence.Equal == label, 0);
                    }

                    kinds[(reference, answer)] = seen with { Count = seen.Count + 1 };
                    tally.Add(seen.Agrees);
                    total.Add(seen.Agrees);
                }
            }

            Console.WriteLine($"{Path.GetFileName(file),-42} {tally}");
        }

        Console.WriteLine($"{"Answered samples",-42} {total}");
        Console.WriteLine(
            $"Distinct pairs {kinds.Count}, undecided among them {kinds.Values.Count(kind => kind.Verdict == Equivalence.Undecided)}");
        Differences([.. kinds.Where(kind => !kind.Value.Agrees).OrderByDescending(kind => kind.Value.Count).Select(kind =>
            $"{kind.Value.Count,5}x " + Difference(
                $"sample:{Identity(kind.Key.Item1, kind.Key.Item2)}", kind.Key.Item1, kind.Key.Item2,
                kind.Value.Verdict != Equivalence.Equal, kind.Value.Verdict))]);
        return total.Held >= 0.996 * total.All;
    }

    /// <summary>Every dataset's references against themselves: all are to be read, and to be equal.</summary>
    public bool References()
    {
        var passes = true;
        foreach (var file in (string[])["math/math500_test.jsonl", "math/math_test5000.jsonl",
            "gsm8k/gsm8k_test.jsonl", "contest/aime24.jsonl", "contest/aime25.jsonl", "contest/amc23.jsonl"])
        {
            var (tally, parsed) = (new Tally(), new Tally());
            var unread = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var (_, row) in Lines(file))
            {
                var answer = row.GetProperty("answer").ToString();
                var mark = answer.LastIndexOf("####", StringComparison.Ordinal);
                answer = mark < 0 ? answer : answer[(mark + 4)..].Trim();
                tally.Add(Verdict(answer, answer) == Equivalence.Equal);
                var isRead = MathAnswer.Parse(answer, policy).Status == AnswerStatus.Parsed;
                parsed.Add(isRead);
                if (!isRead)
                {
                    unread.Add(answer);
                }
            }

            Console.WriteLine($"{file,-28} equal to itself {tally}   read {parsed}");
            Differences([.. unread]);
            passes &= tally.Held == tally.All;
        }

        return passes;
    }

    private Equivalence Verdict(string reference, string answer) =>
        MathEquivalence.Compare(MathAnswer.Parse(reference, policy), MathAnswer.Parse(answer, policy), policy);

    private string Difference(string id, string reference, string answer, bool label, Equivalence verdict)
    {
        var (mine, its) = (MathAnswer.Parse(Span.Of(reference), policy), MathAnswer.Parse(Span.Of(answer), policy));
        return $"{id}  label {(label ? "equal" : "different")}, here {verdict}: {Short(reference)} | {Short(answer)}\n"
            + $"        read as {Short(mine.Key)} ({mine.Status}) | {Short(its.Key)} ({its.Status})\n        {reasons.Of(id)}";
    }

    private IEnumerable<(int Line, JsonElement Row)> Lines(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(data, file)))
        {
            number++;
            if (line.Length > 0)
            {
                using var document = JsonDocument.Parse(line);
                yield return (number, document.RootElement);
            }
        }
    }

    // Eight digits that name a pair without showing it.
    private static string Identity(string reference, string answer)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{reference}\0{answer}"));
        return Convert.ToHexStringLower(bytes)[..8];
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static string Short(string text)
    {
        text = text.Replace("\n", "\\n", StringComparison.Ordinal);
        return text.Length <= 110 ? text : $"{text[..50]} ... {text[^55..]}";
    }

    private static Tally Of(SortedDictionary<string, Tally> table, string name) =>
        table.TryGetValue(name, out var tally) ? tally : table[name] = new Tally();

    private static void Print(string title, SortedDictionary<string, Tally> table)
    {
        Console.WriteLine(title);
        foreach (var (name, tally) in table)
        {
            Console.WriteLine($"  {name,-26} {tally}");
        }
    }

    private static void Differences(IReadOnlyCollection<string> differences)
    {
        foreach (var difference in differences)
        {
            Console.WriteLine($"    {difference}");
        }

        Console.WriteLine();
    }
}
