namespace Reckon.Testing.AnswerPairs;

/// <summary>Matrices, columns and determinants.</summary>
internal static class MatrixPairs
{
    public static Triple Matrix(Speller speller)
    {
        var (rows, columns) = (speller.Int(2, 3), speller.Int(2, 3));
        var cells = Enumerable.Range(0, rows * columns).Select(_ => speller.Int(-9, 9)).ToArray();
        var changed = cells.ToArray();
        changed[speller.Int(0, cells.Length - 1)] += speller.NonZero(-3, 3);
        return new(Spelled(speller, cells, columns), Spelled(speller, cells, columns), Spelled(speller, changed, columns));
    }

    public static Triple Determinant(Speller speller)
    {
        var cells = Enumerable.Range(0, 9).Select(_ => speller.Int(-5, 5)).ToArray();
        var value = (cells[0] * ((cells[4] * cells[8]) - (cells[5] * cells[7])))
            - (cells[1] * ((cells[3] * cells[8]) - (cells[5] * cells[6])))
            + (cells[2] * ((cells[3] * cells[7]) - (cells[4] * cells[6])));
        var body = Body(speller, cells, 3, 1);
        var one = speller.Coin ? $@"\begin{{vmatrix}}{body}\end{{vmatrix}}" : $@"\det\begin{{pmatrix}}{body}\end{{pmatrix}}";
        return new(speller.Coin ? one : $"{one} = {value}", speller.Whole(value), speller.Whole(value + speller.NonZero(-2, 2)));
    }

    public static Triple Column(Speller speller)
    {
        var cells = Enumerable.Range(0, speller.Int(2, 4)).Select(_ => speller.Int(-9, 9)).ToArray();
        var tuple = speller.Bracketed(string.Join(speller.Comma(), cells.Select(cell => speller.Fraction(cell * 3L, 3))));
        var changed = cells.ToArray();
        changed[^1] += speller.NonZero(-3, 3);
        return new(Spelled(speller, cells, 1), speller.Coin ? tuple : Spelled(speller, cells, 1), Spelled(speller, changed, 1));
    }

    private static string Spelled(Speller speller, int[] cells, int columns)
    {
        var environment = speller.Pick("pmatrix", "bmatrix");
        var factor = speller.Int(0, 3) == 0 ? 2 : 1;
        var body = Body(speller, cells, columns, factor);
        return $@"{(factor == 2 ? speller.Pick(@"\frac12", @"\frac{1}{2}") : "")}\begin{{{environment}}}{body}\end{{{environment}}}";
    }

    private static string Body(Speller speller, int[] cells, int columns, int factor)
    {
        var rows = cells
            .Select(cell => speller.Fraction((long)cell * factor * 2, 2))
            .Chunk(columns)
            .Select(row => string.Join(speller.Pick("&", " & "), row));
        return string.Join(speller.Pick(@"\\", @" \\ "), rows);
    }
}
