using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{

    private const string BaseDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private AnswerValue ReadOperand()
    {
        var token = Current;
        switch (token.Kind)
        {
            case LatexTokenKind.Number:
                _position++;
                return ReadNumber(token);
            case LatexTokenKind.Digits:
                _position++;
                return BaseNumber(token.Text);
            case LatexTokenKind.Letter when token is { Text: "a", InText: true } && Next.Kind == LatexTokenKind.Word:
                return ReadNumberWords();
            case LatexTokenKind.Letter:
                _position++;
                return ReadLetter(token);
            case LatexTokenKind.Command:
                _position++;
                return ReadCommand(token);
            case LatexTokenKind.Begin:
                _position++;
                return ReadMatrix(token.Text);
            case LatexTokenKind.Word when Units.Of(token.Text) is { } unit && token.Text is "€" or "£" or "¢":
                _position++;
                return ReadPower() with { Unit = unit };
            case LatexTokenKind.Word:
                return ReadNumberWords();
            case LatexTokenKind.Sign:
                return ReadBracket(token);
            default:
                return Fail();
        }
    }

    // Reads a subscript: its text, and its first number.
    private Rational? Subscript(out string text)
    {
        text = "";
        if (!Accept("_"))
        {
            return null;
        }

        var isBraced = Accept("{");
        Rational? number = null;
        var depth = 0;
        do
        {
            var token = Current;
            if (token.Kind == LatexTokenKind.End)
            {
                _failed = true;
                break;
            }

            depth += token.IsSign("{") ? 1 : token.IsSign("}") ? -1 : 0;
            if (depth < 0)
            {
                break;
            }

            text += token.Text;
            number ??= token.Kind == LatexTokenKind.Number ? token.Value : null;
            _position++;
        }
        while (isBraced && text.Length < SizeLimits.Depth);
        _failed |= isBraced && !Accept("}");
        return number;
    }

    private AnswerValue ReadLetter(LatexToken letter)
    {
        if (letter.Text == "d" && Derivative(_position - 1, isFraction: false) is { } derivative)
        {
            return derivative;
        }

        var name = letter.Text;
        if (Current.IsSign("_"))
        {
            Subscript(out var subscript);
            name = subscript.All(char.IsLetterOrDigit) ? $"{name}_{subscript}" : $"{name}_{{{subscript}}}";
        }

        while (Accept("'"))
        {
            name += "'";
        }

        if (letter.Text is "f" or "g" or "h" && name.TrimEnd('\'') == letter.Text && ReadsArguments(ref name))
        {
            return Arguments() is { } arguments ? new AnswerValue.Scalar(Expression.Of(new Atom.Function(name, arguments))) : Fail();
        }

        return name switch
        {
            "π" => new AnswerValue.Scalar(Algebra.Pi),
            "e" => new AnswerValue.Scalar(Algebra.Euler),
            "i" => new AnswerValue.Scalar(Algebra.Imaginary),
            "∞" => new AnswerValue.Scalar(Algebra.Infinity),
            "ℝ" => new AnswerValue.Reals(RealSet.All),
            "∅" => new AnswerValue.Collection([], true),
            _ => new AnswerValue.Scalar(Expression.Of(new Atom.Symbol(name))),
        };
    }

    // Whether arguments of a function follow, maybe after an exponent that belongs to its name: f(x), f^{-1}(x), f^2(x).
    private bool ReadsArguments(ref string function)
    {
        if (Current.IsSign("(") || !Current.IsSign("^"))
        {
            return Current.IsSign("(");
        }

        var end = _position + 1;
        var isBraced = _tokens[end].IsSign("{");
        end += isBraced ? 1 : 0;
        var sign = _tokens[end].IsSign("-") ? "-" : "";
        end += sign.Length;
        var exponent = _tokens[end];
        end += exponent.Kind == LatexTokenKind.Number ? 1 : 0;
        end += isBraced && _tokens[end].IsSign("}") ? 1 : 0;
        if (exponent.Kind != LatexTokenKind.Number || !_tokens[end].IsSign("("))
        {
            return false;
        }

        _position = end;
        function += $"^{sign}{exponent.Text}";
        return true;
    }

    // Reads arguments in parentheses or braces; null where they are not understood.
    private Expression[]? Arguments()
    {
        var value = Current.IsSign("{") ? ReadGroup() : ReadBracket(Current);
        AnswerValue[] items = value is AnswerValue.Tuple tuple ? [.. tuple.Items] : [value];
        var numbers = Array.ConvertAll(items, ValueArithmetic.Number);
        return _failed || Array.Exists(numbers, number => number is null)
            ? null
            : Array.ConvertAll(numbers, number => number ?? Expression.Zero);
    }
}
