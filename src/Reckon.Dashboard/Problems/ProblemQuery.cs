using System.Globalization;
using Reckon.Grading.Grades;
using Reckon.Search.Running;

namespace Reckon.Dashboard.Problems;

/// <summary>Which problems of a sweep are wanted, and how they count. All of it stands in the address of the page.</summary>
public sealed record ProblemQuery
{
    /// <summary>The way of choosing by which trials count; null for the last, which is the paper's default where it is used.</summary>
    public string? Rule { get; init; }

    /// <summary>The run whose trials count; null for all.</summary>
    public string? Run { get; init; }

    /// <summary>The run with which it is compared; null for none.</summary>
    public string? Against { get; init; }

    /// <summary>Which verdict is wanted.</summary>
    public VerdictFilter Verdict { get; init; }

    /// <summary>A status that some trial must have; null for any.</summary>
    public GradeStatus? Status { get; init; }

    /// <summary>How the search of some trial must have ended; null for any.</summary>
    public SearchEnd? End { get; init; }

    /// <summary>The level; null for any.</summary>
    public int? Level { get; init; }

    /// <summary>The subject; null for any.</summary>
    public string? Subject { get; init; }

    /// <summary>What the id must contain; empty for anything.</summary>
    public string Text { get; init; } = "";

    /// <summary>The order.</summary>
    public ProblemOrder Order { get; init; }

    /// <summary>Reads what stands in an address; what is not understood is left out.</summary>
    /// <param name="valueOf">The value of a name in the address; null or empty for none.</param>
    public static ProblemQuery Read(Func<string, string?> valueOf) => new()
    {
        Rule = TextOf(valueOf("rule")),
        Run = TextOf(valueOf("run")),
        Against = TextOf(valueOf("against")),
        Verdict = Member<VerdictFilter>(valueOf("verdict")) ?? VerdictFilter.Any,
        Status = Member<GradeStatus>(valueOf("status")),
        End = Member<SearchEnd>(valueOf("end")),
        Level = int.TryParse(valueOf("level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null,
        Subject = TextOf(valueOf("subject")),
        Text = valueOf("text") ?? "",
        Order = Member<ProblemOrder>(valueOf("order")) ?? ProblemOrder.Dataset,
    };

    /// <summary>The query as it stands in an address, without the question mark; empty where all problems are wanted.</summary>
    public string Write() => string.Join('&', Values().Where(value => value.Value.Length > 0)
        .Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value)}"));

    private IEnumerable<(string Name, string Value)> Values() =>
    [
        ("rule", Rule ?? ""),
        ("run", Run ?? ""),
        ("against", Against ?? ""),
        ("verdict", Verdict == VerdictFilter.Any ? "" : $"{Verdict}"),
        ("status", $"{Status}"),
        ("end", $"{End}"),
        ("level", Level?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("subject", Subject ?? ""),
        ("text", Text),
        ("order", Order == ProblemOrder.Dataset ? "" : $"{Order}"),
    ];

    private static string? TextOf(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static T? Member<T>(string? value) where T : struct, Enum =>
        Enum.TryParse<T>(value, ignoreCase: true, out var member) && Enum.IsDefined(member) && char.IsAsciiLetter(value![0])
            ? member
            : null;
}
