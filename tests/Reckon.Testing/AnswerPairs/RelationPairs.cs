namespace Reckon.Testing.AnswerPairs;

/// <summary>Equations, names with values, congruences, derivatives and ratios.</summary>
internal static class RelationPairs
{
    public static Triple Equation(Speller speller)
    {
        int a = speller.NonZero(-9, 9), b = speller.NonZero(-9, 9), c = speller.NonZero(-20, 20), factor = speller.NonZero(-4, 4);
        var one = $"{speller.Sum((a, "x"), (b, "y"))} = {c}";
        var other = speller.Coin
            ? $"{speller.Sum((a * factor, "x"), (b * factor, "y"), (-c * factor, ""))} = 0"
            : $"{c * factor} = {speller.Sum((a * factor, "x"), (b * factor, "y"))}";
        return new(one, other, $"{speller.Sum((a, "x"), (speller.Coin ? -b : b + (b == -1 ? 2 : 1), "y"))} = {c}");
    }

    public static Triple Assignment(Speller speller)
    {
        int value = speller.NonZero(-50, 50), split = speller.Int(1, 9);
        var name = speller.Pick("x", "k", "n", "a_1", @"\theta", "AB");
        string Spelled(int number) => speller.Int(0, 5) switch
        {
            0 => $"{name} = {number}",
            1 => $"= {number}",
            2 => $@"\begin{{aligned}} {name} &= {number} \end{{aligned}}",
            3 => $@"\begin{{align*}} {name} &= {number - split} + {split} \\ &= {number} \end{{align*}}",
            4 => $@"{number - split} + {split} = {number}",
            _ => speller.Whole(number),
        };
        return new(Spelled(value), Spelled(value), Spelled(value + speller.NonZero(-2, 2)));
    }

    public static Triple Congruence(Speller speller)
    {
        var modulus = speller.Int(3, 40);
        var rest = speller.Int(0, modulus - 1);
        string Spelled(int residue, int divisor) => $@"x {speller.Pick(@"\equiv", "≡", "=")} {residue + (divisor * speller.Int(-1, 2))} "
            + speller.Pick($@"\pmod{{{divisor}}}", $@"\pmod {divisor}", $@"\mod {divisor}", $"(mod {divisor})",
                $@"\ (\text{{mod }} {divisor})");
        return new(Spelled(rest, modulus), Spelled(rest, modulus), speller.Coin
            ? Spelled(rest, modulus + 1)
            : Spelled((rest + 1) % modulus, modulus));
    }

    public static Triple Derivative(Speller speller)
    {
        var (f, t) = (speller.Pick("y", "w", "s"), speller.Pick("x", "t"));
        int a = speller.NonZero(-9, 9), b = speller.NonZero(-9, 9);
        string Value() => speller.Sum((a, t), (b, ""));
        var one = $@"\frac{{d{f}}}{{d{t}}} = {Value()}";
        var other = speller.Pick($@"\frac{{d {f}}}{{d {t}}} = {Value()}", $"d{f}/d{t} = {Value()}", Value(), $"{f}' = {Value()}");
        var changed = speller.Pick(
            $"{f} = {speller.Sum((a, $"{t}^2"), (b, t))}", $@"\frac{{d^2{f}}}{{d{t}^2}} = {Value()}", $@"\frac{{dz}}{{d{t}}} = {Value()}", $"{f} = {Value()}");
        return new(one, other, changed);
    }

    public static Triple ValueOfFunction(Speller speller)
    {
        var (point, value) = (speller.Int(1, 9), speller.Int(1, 99));
        var (p, q) = (speller.Int(1, 8), 9);
        return speller.Int(0, 2) switch
        {
            0 =>
                new($"f({point}) = {value}", speller.Coin ? $"{value}" : $@"f\left({point}\right)={value}.0",
                    speller.Coin ? $"f({point + 1}) = {value}" : $"f({point}) = {value + 1}"),
            1 =>
                new($@"f^{{-1}}({point})", $@"f^{{-1}}\left({point}\right)", speller.Pick($@"\frac{{{point}}}{{f}}", $"f({point})",
                    $@"f^{{-1}}({point + 1})")),
            _ =>
                new($@"P(Y={point})=\frac{p}{q}", speller.Fraction(p, q), speller.Pick($@"P=\frac{{{p}}}{{{q * point * 2}}}",
                    $@"P(Y={point})=\frac{{{p}}}{{{q + 1}}}")),
        };
    }

    public static Triple Ratio(Speller speller)
    {
        var (a, b) = (speller.Int(1, 30), speller.Int(31, 60));
        return new($"{a}:{b}", $"{a}{speller.Pick(" : ", @"\colon ", ": ")}{b}", speller.Coin ? $"{b}:{a}" : $"{a}:{b + 1}");
    }
}
