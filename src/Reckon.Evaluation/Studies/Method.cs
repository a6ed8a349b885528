using System.Globalization;
using Reckon.Evaluation.Text;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Studies;

/// <summary>A strategy with all its parameters but n, and a way of choosing the answer: what has a curve over n.</summary>
/// <param name="Strategy">The strategy, such as <c>beam width=4</c>.</param>
/// <param name="Selection">How the answer is chosen, such as <c>weighted</c> or <c>best (min)</c>.</param>
public readonly record struct Method(string Strategy, string Selection)
{
    /// <summary>The method of a run: its label without n, and how answers were chosen in it.</summary>
    public static Method Of(string run, int n, Selector selector)
    {
        var written = string.Create(CultureInfo.InvariantCulture, $"n={n}");
        return new Method(string.Join(' ', run.Split(' ').Where(word => word != written)), SelectorName.Of(selector));
    }

    /// <summary>How it is named in families and claims: <c>beam width=4 weighted</c>.</summary>
    public override string ToString() => $"{Strategy} {Selection}";
}
