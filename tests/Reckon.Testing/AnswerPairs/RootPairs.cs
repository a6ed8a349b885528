namespace Reckon.Testing.AnswerPairs;

/// <summary>Roots and complex numbers.</summary>
internal static class RootPairs
{
    private static readonly int[] _squareFree = [2, 3, 5, 6, 7, 10, 11, 13, 15];

    public static Triple Surd(Speller speller)
    {
        var (whole, factor, root) = (speller.Int(-9, 9), speller.NonZero(-9, 9), speller.Pick(_squareFree));
        var (otherRoot, otherFactor) = (root == 2 ? 3 : 2, factor + (factor == -1 ? 2 : 1));
        var changed = speller.Pick((whole + 1, factor, root), (whole, -factor, root), (whole, factor, otherRoot), (whole, otherFactor, root));
        return new(Sum(speller, whole, factor, root), Sum(speller, whole, factor, root),
            Sum(speller, changed.Item1, changed.Item2, changed.Item3));
    }

    public static Triple Nested(Speller speller)
    {
        var (whole, factor, root) = (speller.NonZero(-5, 5), speller.NonZero(-4, 4), speller.Pick(_squareFree));
        long square = (long)whole * whole, rest = (long)factor * factor * root;
        if (speller.Coin)
        {
            // The cube of a + b√c, under a cubic root.
            var (a, b) = (whole * (square + (3 * rest)), factor * ((3 * square) + rest));
            return new(
                $@"\sqrt[3]{{{speller.Sum((a, ""), (b, Root(root)))}}}", Sum(speller, whole, factor, root),
                    Sum(speller, -whole, factor, root));
        }

        // The square of |a| + |b|√c, under a square root.
        var (larger, smaller) = (Math.Abs(whole), Math.Abs(factor));
        return new(
            $@"\sqrt{{{speller.Sum((square + rest, ""), (2L * larger * smaller, Root(root)))}}}",
            Sum(speller, larger, smaller, root),
            Sum(speller, larger, -smaller, root));
    }

    public static Triple OfSum(Speller speller)
    {
        var (top, bottom) = (speller.Sum((1, "p"), (speller.Int(1, 5), "q")), speller.Pick("r", "s", "2r"));
        var one = $@"\sqrt{{\frac{{{top}}}{{{bottom}}}}}";
        var other = speller.Pick($@"\frac{{\sqrt{{{top}}}}}{{\sqrt{{{bottom}}}}}", $@"\frac{{\sqrt{{({top}) {bottom}}}}}{{{bottom}}}",
            $@"\sqrt{{({top})/({bottom})}}");
        var changed = speller.Pick($@"\frac{{\sqrt{{{top}}}}}{{{bottom}}}", $@"\sqrt{{{top}}}\sqrt{{{bottom}}}",
            $@"\sqrt{{\frac{{{top}+1}}{{{bottom}}}}}");
        return new(one, other, changed);
    }

    public static Triple Complex(Speller speller)
    {
        var (a, b, c, d) = (speller.NonZero(-6, 6), speller.NonZero(-6, 6), speller.NonZero(-6, 6), speller.NonZero(-6, 6));
        long real = ((long)a * c) - ((long)b * d), imaginary = ((long)a * d) + ((long)b * c);
        var product = speller.Bracketed(speller.Sum((a, ""), (b, "i"))) + speller.Bracketed(speller.Sum((c, ""), (d, "i")));
        var one = speller.Coin ? product : $@"\overline{{{speller.Sum((real, ""), (-imaginary, "i"))}}}";
        return new(one, speller.Sum((real, ""), (imaginary, "i")), speller.Coin || imaginary == 0
            ? speller.Sum((real + 1, ""), (imaginary, "i"))
            : speller.Sum((real, ""), (-imaginary, "i")));
    }

    private static string Root(int value) => value < 10 ? $@"\sqrt{value}" : $@"\sqrt{{{value}}}";

    // whole + factor·√root, where the factor may be under the root, or the root in a denominator.
    private static string Sum(Speller speller, long whole, long factor, int root) => speller.Int(0, 3) switch
    {
        0 => speller.Sum((whole, ""), (Math.Sign(factor), $@"\sqrt{{{factor * factor * root}}}")),
        1 => speller.Sum((whole, ""), (Math.Sign(factor), $@"\frac{{{Math.Abs(factor) * root}}}{{{Root(root)}}}")),
        2 => $@"\frac{{{speller.Sum((whole * 2, ""), (factor * 2, Root(root)))}}}{{2}}",
        _ => speller.Sum((whole, ""), (factor, speller.Pick(Root(root), $@"\sqrt{{{root}}}", $"√{root}"))),
    };
}
