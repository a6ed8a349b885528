namespace Reckon.Testing.AnswerPairs;

/// <summary>Expressions with variables.</summary>
internal static class ExpressionPairs
{
    private static readonly (double X, double Y)[] _points = [(0.7, 1.3), (-1.1, 0.4), (1.9, -0.6)];

    public static Triple Random(Speller speller)
    {
        var one = Node.Random(speller, speller.Int(1, 3));
        Node changed;
        do
        {
            changed = one.Changed(speller);
            one = AreFar(one, changed) ? one : Node.Random(speller, 3);
        }
        while (!AreFar(one, changed));
        return new(one.Spelled(speller), one.Rewritten(speller).Spelled(speller), changed.Rewritten(speller).Spelled(speller));
    }

    public static Triple Product(Speller speller)
    {
        int a = speller.NonZero(-7, 7), b = speller.NonZero(-7, 7), c = speller.NonZero(-7, 7), d = speller.NonZero(-7, 7);
        var factors = speller.Shuffled([speller.Sum((a, "x"), (b, "y")), speller.Sum((c, "x"), (d, "y"))]);
        var expanded = ((long Coefficient, string Monomial)[])[(a * c, speller.Pick("x^2", "x^{2}", "x²")),
            ((a * d) + (b * c), speller.Pick("xy", "yx")), (b * d, "y^2")];
        var changed = expanded.ToArray();
        changed[speller.Int(0, 2)].Coefficient += speller.NonZero(-2, 2);
        return new(speller.Bracketed(factors[0]) + speller.Pick("", @"\cdot ", "*") + speller.Bracketed(factors[1]),
            speller.Sum(expanded), speller.Sum(changed));
    }

    public static Triple Quotient(Speller speller)
    {
        int a = speller.NonZero(-7, 7), b = speller.NonZero(-7, 7, a), c = speller.NonZero(-7, 7, a, b);
        var plain = $@"\frac{{{speller.Sum((1, "x"), (a, ""))}}}{{{speller.Sum((1, "x"), (b, ""))}}}";
        var common = $@"\frac{{{Quadratic(speller, a, c)}}}{{{Quadratic(speller, b, c)}}}";
        var parts = $@"1{(a > b ? "+" : "-")}\frac{{{Math.Abs(a - b)}}}{{{speller.Sum((1, "x"), (b, ""))}}}";
        return new(plain, speller.Coin ? common : parts, $@"\frac{{{Quadratic(speller, b, c)}}}{{{Quadratic(speller, a, c)}}}");
    }

    public static Triple Factorial(Speller speller)
    {
        var (shift, count) = (speller.Int(0, 2), speller.Int(1, 3));
        var upper = shift == 0 ? "n" : speller.Bracketed($"n+{shift}");
        var rest = shift - count;
        var lower = rest == 0 ? "n" : speller.Bracketed(rest > 0 ? $"n+{rest}" : $"n{rest}");
        var factors = Enumerable.Range(0, count).Select(index => speller.Bracketed(speller.Sum((1, "n"), (shift - index, ""))));
        var more = speller.Bracketed(speller.Sum((1, "n"), (shift + 1, "")));
        var product = string.Concat(speller.Shuffled(factors));
        return new($@"\frac{{{upper}!}}{{{lower}!}}", product, product + more);
    }

    public static Triple Function(Speller speller)
    {
        var (k, m) = (speller.Int(2, 5), speller.Int(2, 6));
        var other = k + 1;
        return speller.Int(0, 6) switch
        {
            0 => new($@"\sin^2({k}x)", $@"1-\cos^{{2}} ({k}x)", $@"1-\cos^2({other}x)"),
            1 => new($@"\sin({2 * k}x)", $@"2\sin({k}x)\cos({k}x)", $@"2\sin({k}x)"),
            2 => new($@"\log_{{{k}}} {Math.Pow(k, m)}", $"{m}", $"{m + 1}"),
            3 => new($@"\ln({k * m})", speller.Coin ? $@"\ln {k}+\ln {m}" : $@"\ln({m})+\ln({k})", $@"\ln {k}\cdot\ln {m}"),
            4 => new($"e^{{{k}x+{m}}}", $"e^{{{m}}}e^{{{k}x}}", $"e^{{{k}x}}+e^{{{m}}}"),
            5 => new($@"{k}^{{{m}x}}", $@"({k}^x)^{{{m}}}", $@"{k}^{{x+{m}}}"),
            _ => new($@"\tan({k}x)", $@"\frac{{\sin({k}x)}}{{\cos({k}x)}}", $@"\frac{{\cos({k}x)}}{{\sin({k}x)}}"),
        };
    }

    private static string Quadratic(Speller speller, int root, int other) =>
        speller.Sum((1, "x^2"), (root + other, "x"), ((long)root * other, ""));

    private static bool AreFar(Node one, Node other) => _points.All(point => double.IsFinite(one.At(point.X, point.Y)))
        && _points.Any(point => Math.Abs(one.At(point.X, point.Y) - other.At(point.X, point.Y)) > 1e-3);
}
