using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    private AnswerValue ReadBracket(LatexToken bracket)
    {
        switch (bracket.Text)
        {
            case "(" or "[":
                _position++;
                return ReadTuple(bracket.Text);
            case "{":
                return ReadGroup();
            case "\\{":
                _position++;
                return ReadSet();
            case "|":
                _position++;
                return ReadAbsolute();
            case "⌊" or "⌈":
                _position++;
                var inner = ReadUnion();
                Expect(bracket.Text == "⌊" ? "⌋" : "⌉");
                return Applied(bracket.Text == "⌊" ? "floor" : "ceil", [inner]);
            case "$":
                _position++;
                return ReadPower() with { Unit = "$" };
            default:
                return Fail();
        }
    }

    // A value in parentheses, or a tuple or an interval.
    private AnswerValue ReadTuple(string open)
    {
        if (!Enter())
        {
            return Fail();
        }

        var bars = _bars;
        _bars = 0;
        var items = ReadItems();
        _bars = bars;
        _depth--;
        if (_failed || items.Count == 0 || Current is not { Kind: LatexTokenKind.Sign, Text: ")" or "]" } close)
        {
            return Fail();
        }

        _position++;
        if (items is [var only])
        {
            return only.Value;
        }

        return Current is { Kind: LatexTokenKind.Sign, Text: "|" } && _bars == 0
            ? Fail()
            : new AnswerValue.Tuple(open, close.Text, [.. items.Select(item => item.Value)]);
    }

    private AnswerValue ReadSet()
    {
        if (!Enter())
        {
            return Fail();
        }

        var variable = Current is { Kind: LatexTokenKind.Letter } && Next is { Kind: LatexTokenKind.Sign, Text: "|" or ":" }
            ? Current.Text
            : null;
        _position += variable is null ? 0 : 2;
        var items = ReadItems();
        _depth--;
        Expect("\\}");
        if (variable is not null)
        {
            // All x for which something holds.
            return !_failed && items.Count > 0 && ItemLists.Value(items) is AnswerValue.Reals reals && reals.Name == variable
                ? reals
                : Fail();
        }

        return _failed ? Fail() : items.Count == 1 && items[0].Value is not AnswerValue.Tuple ? items[0].Value : Set(items);
    }

    private static AnswerValue.Collection Set(List<ListItem> items)
    {
        var list = items.Count == 0 ? null : ItemLists.Value(items) as AnswerValue.Collection;
        return list is null ? new AnswerValue.Collection([.. items.Select(item => item.Value)], true) : list with { IsSet = true };
    }

    // A value in braces; a set where commas separate items.
    private AnswerValue ReadGroup()
    {
        Expect("{");
        if (_failed || !Enter())
        {
            return Fail();
        }

        var items = ReadItems();
        _depth--;
        if (_failed || items.Count == 0)
        {
            return Fail();
        }

        if (Current.IsSign("choose"))
        {
            _position++;
            var lower = ReadUnion();
            Expect("}");
            return Combination(items[0].Value, lower);
        }

        Expect("}");
        return _failed ? Fail() : items.Count == 1 ? items[0].Value : Set(items);
    }

    private AnswerValue.Scalar ReadAbsolute()
    {
        _bars++;
        var inner = ReadUnion();
        _bars--;
        Expect("|");
        return Applied("abs", [inner]);
    }

    private AnswerValue ReadMatrix(string environment)
    {
        var isDeterminant = environment == "vmatrix";
        if ((!isDeterminant && environment is not ("pmatrix" or "bmatrix" or "matrix" or "array" or "smallmatrix" or "Bmatrix"))
            || !Enter())
        {
            return Fail();
        }

        SkipColumns(environment);
        var cells = new List<Expression>();
        var (rows, columns, inRow) = (0, 0, 0);
        while (!_failed && Current.Kind != LatexTokenKind.EndOf && cells.Count <= SizeLimits.Items)
        {
            _failed |= ValueArithmetic.Number(ReadUnion()) is not { } cell || !Collected(cells, cell);
            inRow++;
            if (Accept("&"))
            {
                continue;
            }

            rows++;
            _failed |= rows > 1 && inRow != columns;
            (columns, inRow) = (inRow, 0);
            if (!Accept("\\\\"))
            {
                break;
            }
        }

        _depth--;
        _failed |= Current.Kind != LatexTokenKind.EndOf || cells.Count == 0 || cells.Count != rows * columns;
        _position += _failed ? 0 : 1;
        if (_failed)
        {
            return Fail();
        }

        var matrix = new AnswerValue.Matrix(rows, columns, [.. cells]);
        return isDeterminant ? Determinant(matrix) : matrix;
    }

    // An array begins with the alignment of its columns.
    private void SkipColumns(string environment)
    {
        if (environment == "array" && Current.IsSign("{"))
        {
            while (Current.Kind != LatexTokenKind.End && !Accept("}"))
            {
                _position++;
            }
        }
    }

    private static bool Collected(List<Expression> cells, Expression cell)
    {
        cells.Add(cell);
        return true;
    }
}
