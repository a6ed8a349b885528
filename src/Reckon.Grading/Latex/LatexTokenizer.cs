using System.Buffers;
using Reckon.Grading.Expressions;

namespace Reckon.Grading.Latex;

/// <summary>
/// Splits an answer into tokens in one pass, forgiving what models write: commands for looks alone, spacing, dollar signs and
/// line breaks within a word are dropped here. Takes any text.
/// </summary>
internal sealed partial class LatexTokenizer
{

    private static readonly SearchValues<char> _letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly string _text;
    private readonly List<LatexToken> _tokens = [];
    private readonly Stack<char> _open = new(); // Brackets, and 't' for the braces of a text command.
    private int _position;
    private bool _afterSpace;
    private int _textDepth;
    private int _displays; // Open environments that only arrange formulas.

    private LatexTokenizer(string text) => _text = text;

    /// <summary>The tokens, an <see cref="LatexTokenKind.End"/> last; null when there are too many or one is too long.</summary>
    public static LatexToken[]? Read(string text)
    {
        var tokenizer = new LatexTokenizer(Joined(UnicodeText.Plain(text)));
        return tokenizer.Run() ? [.. tokenizer._tokens, new LatexToken(LatexTokenKind.End, "")] : null;
    }

    // An empty line comes from joining the steps of a solution, which may have been divided within a word: it is dropped.
    private static string Joined(string text)
    {
        while (text.Contains("\n\n", StringComparison.Ordinal))
        {
            text = text.Replace("\n\n", "", StringComparison.Ordinal);
        }

        return text;
    }

    private bool Run()
    {
        while (_position < _text.Length)
        {
            if (_tokens.Count > SizeLimits.Tokens || _open.Count > SizeLimits.Depth)
            {
                return false;
            }

            var character = _text[_position];
            if (char.IsAsciiDigit(character) || (character == '.' && IsDigitAt(_position + 1)))
            {
                if (!ReadNumber())
                {
                    return false;
                }
            }
            else
            {
                ReadOther(character);
            }
        }

        return true;
    }

    private void ReadOther(char character)
    {
        if (character == '\\')
        {
            ReadCommand(_position + 1);
        }
        else if (char.IsLetter(character))
        {
            ReadLetters();
        }
        else if (char.IsWhiteSpace(character) || character == '~')
        {
            _position++;
            _afterSpace = true;
        }
        else
        {
            ReadSign(character);
        }
    }

    private bool ReadNumber()
    {
        if (ReadDigits())
        {
            return true;
        }

        var commasGroup = !_open.Any(bracket => bracket is '(' or '[' or '\\');
        var isExponent = _tokens.Count > 0 && _tokens[^1].IsSign("^");
        if (NumberScanner.Read(_text, _position, commasGroup, isExponent, _afterSpace, _textDepth > 0, out var end) is not { } number)
        {
            return false;
        }

        _position = end;
        Add(number);
        return true;
    }

    // Digits and capitals before a subscript are a number of a base above ten.
    private bool ReadDigits()
    {
        var end = _position;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || char.IsAsciiLetterUpper(_text[end])))
        {
            end++;
        }

        var digits = _text.AsSpan(_position, end - _position);
        if (end >= _text.Length || _text[end] != '_' || !digits.ContainsAnyInRange('A', 'Z') || digits.Length > SizeLimits.Digits)
        {
            return false;
        }

        Add(new LatexToken(LatexTokenKind.Digits, digits.ToString(), default, _afterSpace));
        _position = end;
        return true;
    }

    // A point before a period without digits between them, as in .\overline{3}.
    private bool IsPointBeforePeriod()
    {
        var rest = _text.AsSpan(_position);
        return (rest.StartsWith(@"\overline") || rest.StartsWith(@"\dot") || rest.StartsWith(@"\bar"))
            && (_tokens is [] || _tokens[^1].Kind != LatexTokenKind.Number || _afterSpace);
    }

    private void ReadSign(char character)
    {
        _position++;
        var next = _position < _text.Length ? _text[_position] : '\0';
        switch (character)
        {
            case '$' when !char.IsAsciiDigit(next) || _tokens.Count > 0 || _text.IndexOf('$', _position) >= 0:
                return;
            case '.' when next == '.':
                _position += _position + 1 < _text.Length && _text[_position + 1] == '.' ? 2 : 1;
                AddSign("…");
                return;
            case '.' when IsAfterChoice() && char.IsWhiteSpace(next):
                AddSign("."); // "D. 31" is a choice with its text.
                return;
            case '.' when IsPointBeforePeriod():
                Add(new LatexToken(LatexTokenKind.Number, "0", Rational.Zero, _afterSpace));
                return;
            case '.' or '\'' or '"' or '`' or '?' when character != '\'' || _textDepth > 0:
                return;
            case '€' or '£' or '¢':
                Add(new LatexToken(LatexTokenKind.Word, character.ToString()));
                return;
            case '√':
                Add(new LatexToken(LatexTokenKind.Command, "sqrt"));
                return;
            case '∞' or '∅':
                Add(new LatexToken(LatexTokenKind.Letter, character.ToString()));
                return;
        }

        var pair = (character, next) switch
        {
            ('<', '=') or ('=', '<') => "≤",
            ('>', '=') => "≥",
            ('!', '=') => "≠",
            ('*', '*') => "^",
            ('=', '>') => "⇒",
            ('=', '=') => "=",
            _ => null,
        };
        _position += pair is null ? 0 : 1;
        AddBracket(pair ?? Vocabulary.Characters.GetValueOrDefault(character, character.ToString()));
    }

    private void AddBracket(string sign)
    {
        switch (sign)
        {
            case "(" or "[" or "\\{":
                _open.Push(sign[0]);
                break;
            case "{":
                _open.Push('{');
                break;
            case "}" when _open.TryPeek(out var top) && top == 't':
                _open.Pop();
                _textDepth--;
                _afterSpace = true;
                return;
            case ")" or "]" or "\\}" or "}":
                _open.TryPop(out var closed);
                _textDepth -= closed == 't' ? 1 : 0;
                break;
        }

        AddSign(sign);
    }

    private void AddSign(string sign)
    {
        if (_displays > 0 && sign == "&")
        {
            return;
        }

        if (_displays > 0 && sign is "=" or "≈" or "≤" or "≥" or "<" or ">" && _tokens is [.., { Kind: LatexTokenKind.Sign, Text: "\\\\" }])
        {
            _tokens.RemoveAt(_tokens.Count - 1); // A chain that goes on in the next line.
        }

        Add(new LatexToken(LatexTokenKind.Sign, sign, default, _afterSpace, _textDepth > 0));
    }

    private void Add(LatexToken token)
    {
        _tokens.Add(token);
        _afterSpace = false;
    }

    private bool IsDigitAt(int position) => position < _text.Length && char.IsAsciiDigit(_text[position]);
}
