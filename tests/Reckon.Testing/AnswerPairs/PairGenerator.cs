namespace Reckon.Testing.AnswerPairs;

/// <summary>
/// Random pairs of answers, equal and changed by turns, of every kind in turn. It knows nothing of how answers are compared: equality and
/// difference hold by the way in which a pair is made.
/// </summary>
public sealed class PairGenerator
{
    private static readonly (string Kind, Func<Speller, Triple> Make)[] _kinds =
    [
        ("integer", NumberPairs.Integer), ("fraction", NumberPairs.Fraction), ("decimal", NumberPairs.Decimal),
        ("repeated decimal", NumberPairs.Repeated), ("power", NumberPairs.Powers), ("number base", NumberPairs.Based),
        ("surd", RootPairs.Surd), ("nested root", RootPairs.Nested), ("root of a sum", RootPairs.OfSum), ("complex", RootPairs.Complex),
        ("expression", ExpressionPairs.Random), ("polynomial", ExpressionPairs.Product), ("quotient", ExpressionPairs.Quotient),
        ("factorial", ExpressionPairs.Factorial), ("function", ExpressionPairs.Function),
        ("interval", SetPairs.Interval), ("union", SetPairs.Union), ("inequality", SetPairs.Inequality), ("exclusion", SetPairs.Exclusion),
        ("set", SetPairs.Set), ("list", SetPairs.List), ("tuple", SetPairs.Tuple),
        ("equation", RelationPairs.Equation), ("assignment", RelationPairs.Assignment), ("congruence", RelationPairs.Congruence),
        ("derivative", RelationPairs.Derivative), ("value of a function", RelationPairs.ValueOfFunction), ("ratio", RelationPairs.Ratio),
        ("matrix", MatrixPairs.Matrix), ("determinant", MatrixPairs.Determinant), ("column", MatrixPairs.Column),
        ("unit", TextPairs.Unit), ("rate", TextPairs.Rate), ("decoration", TextPairs.Decoration), ("number word", TextPairs.NumberWord),
        ("words", TextPairs.Words), ("choice", TextPairs.Choice),
    ];

    private readonly Speller _speller;
    private long _count;

    /// <summary>The stream of a seed.</summary>
    public PairGenerator(int seed) => _speller = new Speller(seed);

    /// <summary>The kinds of answers there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. _kinds.Select(kind => kind.Kind)];

    /// <summary>The next pair.</summary>
    public AnswerPair Next()
    {
        var (kind, make) = _kinds[(int)(_count / 2 % _kinds.Length)];
        var areEqual = _count++ % 2 == 0;
        Triple triple;
        do
        {
            triple = make(_speller);
        }
        while (!areEqual && triple.Changed == triple.One);
        string[] pair = [_speller.Wrapped(triple.One), _speller.Wrapped(areEqual ? triple.Other : triple.Changed)];
        pair = _speller.Shuffled(pair);
        return new AnswerPair(kind, pair[0], pair[1], areEqual);
    }
}
