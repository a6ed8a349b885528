using System.Collections.Immutable;
using System.Globalization;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Strategies;

/// <summary>
/// A policy at one budget: how a search tells its bin from its first answers, and which method goes on in each bin. Its text is the value
/// of a strategy's parameter, and so part of a sweep's identity.
/// </summary>
/// <param name="Name">What it is called in results, without spaces: a name, and the beginning of the hash of its file.</param>
/// <param name="Answers">Answers that a search draws to find its bin, at least 1.</param>
/// <param name="Measure">What is measured of them.</param>
/// <param name="Cuts">In descending order, one less than there are bins: a search is in the first bin whose cut its measure is not below.</param>
/// <param name="Bins">The method of each bin, the easiest first.</param>
public sealed record BinPolicy(
    string Name, int Answers, PolicyMeasure Measure, ImmutableArray<double> Cuts, ImmutableArray<PolicyMethod> Bins)
{
    private const string BinsKey = " bins=";

    /// <summary>The policy that <paramref name="text"/> spells, as <see cref="ToString"/> does; null when it spells none.</summary>
    public static BinPolicy? Parse(string? text)
    {
        if (text?.Split(BinsKey) is not [var head, var bins]
            || head.Split(' ') is not [{ Length: > 0 } name, var probe, var measure, var cuts]
            || ValueOf(probe, "probe") is not { } answers || !int.TryParse(answers, CultureInfo.InvariantCulture, out var count) || count < 1
            || ValueOf(measure, "measure") is not { } measured || MeasureNamed(measured) is not { } by
            || ValueOf(cuts, "cuts") is not { } numbers || Numbers(numbers) is not { } values)
        {
            return null;
        }

        var methods = bins.Split('|').Select(PolicyMethod.Parse).ToImmutableArray();
        return methods.Length == values.Length + 1 && !methods.Contains(null) ? new BinPolicy(name, count, by, values, methods!) : null;
    }

    /// <summary>What a measure is called in files.</summary>
    public static string NameOf(PolicyMeasure measure) => measure.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    /// <summary>The bin of <paramref name="measured"/>, from 0, the easiest.</summary>
    public int BinOf(double measured) => Cuts.TakeWhile(cut => measured < cut).Count();

    /// <summary>What searches of it ask for.</summary>
    public StrategyNeeds Needs => Bins.Aggregate(
        new StrategyNeeds(Measure == PolicyMeasure.MeanScore, Measure == PolicyMeasure.Agreement, Revisions: false),
        (needs, method) => needs.Or(new StrategyNeeds(method.Selector.Rule != Selecting.SelectionRule.Majority, false, false))
            .Or(method.Definition?.NeedsOf(method.ValuesFor(Answers + 1)) ?? default));

    /// <inheritdoc/>
    public bool Equals(BinPolicy? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>All that decides what is drawn and chosen, in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name} probe={Answers} measure={NameOf(Measure)} cuts={string.Join(',', Cuts.Select(cut => cut.ToString("R", CultureInfo.InvariantCulture)))}{BinsKey}{string.Join('|', Bins)}");

    private static PolicyMeasure? MeasureNamed(string name) =>
        Enum.GetValues<PolicyMeasure>().Where(measure => NameOf(measure) == name).Select(measure => (PolicyMeasure?)measure).FirstOrDefault();

    private static string? ValueOf(string word, string key) =>
        word.StartsWith($"{key}=", StringComparison.Ordinal) ? word[(key.Length + 1)..] : null;

    private static ImmutableArray<double>? Numbers(string list)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        foreach (var word in list.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(word, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)
                || (numbers.Count > 0 && number > numbers[^1]))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }
}
