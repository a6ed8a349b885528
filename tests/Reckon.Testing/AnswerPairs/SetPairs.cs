namespace Reckon.Testing.AnswerPairs;

/// <summary>Intervals, inequalities, sets, lists and tuples.</summary>
internal static class SetPairs
{
    public static Triple Interval(Speller speller)
    {
        var (low, high, opens, closes) = Ends(speller);
        var name = speller.Pick("x", "t", @"\lambda");
        var (lower, upper) = (opens == "[" ? speller.Pick(@"\le", @"\leq") : "<", closes == "]" ? speller.Pick(@"\le", @"\leqslant") : "<");
        var chain = $"{low} {lower} {name} {upper} {high}";
        var other = speller.Pick(Brackets(speller, low, high, opens, closes),
            $@"{name} \in {Brackets(speller, low, high, opens, closes)}", chain);
        var changed = speller.Int(0, 2) switch
        {
            0 => Brackets(speller, low, high, opens == "[" ? "(" : "[", closes),
            1 => Brackets(speller, low, high + 1, opens, closes),
            _ => Brackets(speller, low, high, opens, closes == "]" ? ")" : "]"),
        };
        return new(Brackets(speller, low, high, opens, closes), other, changed);
    }

    public static Triple Union(Speller speller)
    {
        var (low, high) = (speller.Int(-20, 0), speller.Int(1, 20));
        var closed = speller.Coin;
        var parts = new[] { $@"(-\infty,{low}{(closed ? "]" : ")")}", $@"({high},\infty)" };
        var one = string.Join(speller.Pick(@"\cup", @" \cup "), speller.Shuffled(parts));
        var other = $@"x {(closed ? @"\le" : "<")} {low} \text{{ or }} x > {high}";
        var changed = speller.Coin
            ? $@"(-\infty,{low}{(closed ? ")" : "]")}\cup({high},\infty)"
            : $@"(-\infty,{low - 1}{(closed ? "]" : ")")}\cup({high},\infty)";
        return new(one, other, changed);
    }

    public static Triple Inequality(Speller speller)
    {
        var (a, b) = (speller.NonZero(2, 9), speller.Int(-20, 20));
        var bound = speller.Int(-9, 9);
        var isStrict = speller.Coin;
        var (less, greater) = isStrict ? ("<", ">") : (speller.Pick(@"\le ", "≤"), speller.Pick(@"\ge ", "≥"));
        var one = $"{speller.Sum((a, "x"), (b, ""))} {less} {(a * bound) + b}";
        var other = speller.Pick($"x {less} {bound}", $"{bound} {greater} x", $@"(-\infty,{bound}{(isStrict ? ")" : "]")}");
        var changed = speller.Pick($"x {greater} {bound}", $"x {less} {bound + 1}", $@"x {(isStrict ? @"\le" : "<")} {bound}", $"y {less} {bound}");
        return new(one, other, changed);
    }

    public static Triple Exclusion(Speller speller)
    {
        var values = Distinct(speller, 2);
        var name = speller.Pick("x", "t");
        var ne = speller.Pick(@"\ne ", @"\neq ", "≠");
        var other = speller.Coin
            ? $@"{name} \ne {values[1]}{speller.Comma()}{name}{ne}{values[0]}"
            : $"{name}{ne}{values[1]}{speller.Pick(", ", @" \text{ and } ")}{values[0]}";
        return new($"{name}{ne}{values[0]}{speller.Comma()}{values[1]}", other, $"{name}{ne}{values[0]}{speller.Comma()}{values[1] + 100}");
    }

    public static Triple Set(Speller speller)
    {
        var values = Distinct(speller, speller.Int(2, 5));
        string Spelled(IEnumerable<int> items) =>
            $@"\{{{string.Join(speller.Comma(), speller.Shuffled(items).Select(item => speller.Whole(item)))}\}}";
        return new(Spelled(values), Spelled(values), speller.Coin
            ? Spelled([.. values[1..], values[0] + 1000])
            : Spelled([.. values, 2000]));
    }

    public static Triple List(Speller speller)
    {
        if (speller.Coin)
        {
            int a = speller.Int(-9, 9), b = speller.NonZero(1, 9), root = speller.Pick(2, 3, 5, 7);
            var (upper, lower) = (speller.Sum((a, ""), (b, $@"\sqrt{{{root}}}")), speller.Sum((a, ""), (-b, $@"\sqrt{{{root}}}")));
            return new($@"{a} \pm {b}\sqrt{root}", string.Join(speller.Comma(), speller.Shuffled([upper, lower])), upper);
        }

        var values = Distinct(speller, speller.Int(2, 4));
        string Spelled(int[] items) => string.Join(", ", items.Select(item => speller.Fraction(item, 7)));
        return new(Spelled(values), Spelled(speller.Shuffled(values)), Spelled([.. values[1..], values[0] + 1000]));
    }

    public static Triple Tuple(Speller speller)
    {
        var values = Distinct(speller, speller.Int(2, 4));
        string Spelled(int[] items) => speller.Bracketed(string.Join(speller.Comma(), items.Select(item => speller.Fraction(item, 4))));
        return new(Spelled(values), Spelled(values), Spelled([values[1], values[0], .. values[2..]]));
    }

    private static int[] Distinct(Speller speller, int count)
    {
        var values = new HashSet<int>();
        while (values.Count < count)
        {
            values.Add(speller.Int(-30, 30));
        }

        return [.. values];
    }

    private static (int Low, int High, string Opens, string Closes) Ends(Speller speller)
    {
        var low = speller.Int(-30, 30);
        return (low, low + speller.Int(1, 30), speller.Pick("(", "["), speller.Pick(")", "]"));
    }

    private static string Brackets(Speller speller, int low, int high, string opens, string closes) => speller.Coin
        ? $"{opens}{low}{speller.Comma()}{high}{closes}"
        : $@"\left{opens} {low}, {speller.Fraction(high * 2L, 2)} \right{closes}";
}
