using System.Buffers;
using Reckon.Grading.Expressions;

namespace Reckon.Grading.Latex;

/// <summary>
/// Splits an answer into tokens in one pass, forgiving what models write: commands for looks alone, spacing, dollar signs and
/// line breaks within a word are dropped here. Takes any text.
/// </summary>
internal sealed class LatexTokenizer
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

    // Two backslashes before the name of a command count as one, except in a matrix, where they end a row.
    private bool IsEscapedTwice()
    {
        var end = _position;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }

        var name = _text[_position..end];
        return _displays == 0 && !_tokens.Exists(token => token.Kind == LatexTokenKind.Begin)
            && (Vocabulary.Structures.ContainsKey(name) || Vocabulary.Texts.Contains(name) || Vocabulary.Letters.ContainsKey(name) || name is "left" or "right");
    }

    private void ReadCommand(int start)
    {
        _position = start;
        while (_position < _text.Length && char.IsAsciiLetter(_text[_position]))
        {
            _position++;
        }

        var name = _text[start.._position];
        if (name.Length == 0)
        {
            ReadEscape();
        }
        else
        {
            AddCommand(name);
        }
    }

    private void ReadEscape()
    {
        var character = _position < _text.Length ? _text[_position++] : ' ';
        switch (character)
        {
            case '{' or '}':
                AddBracket(character == '{' ? "\\{" : "\\}");
                break;
            case '\\' when IsEscapedTwice():
                ReadCommand(_position);
                break;
            case '\\':
                AddSign("\\\\");
                break;
            case '%' or '&' or '|' or '$' or '*':
                AddSign(character.ToString());
                break;
            case ',' or ';' or ':' or '!' or '>' or '(' or ')' or '[' or ']' or '_' or '#' or '"':
            case var space when char.IsWhiteSpace(space):
                _afterSpace = true; // Spacing, and the marks of inline mathematics.
                break;
            default:
                Add(new LatexToken(LatexTokenKind.Command, $"\\{character}", default, _afterSpace)); // No command that is known.
                break;
        }
    }

    private void AddCommand(string name)
    {
        if (Vocabulary.Signs.TryGetValue(name, out var sign))
        {
            AddBracket(sign);
        }
        else if (name == "mathbb" && _text.AsSpan(_position).StartsWith("{R}"))
        {
            _position += "{R}".Length;
            Add(new LatexToken(LatexTokenKind.Letter, "ℝ", default, _afterSpace));
        }
        else if (Vocabulary.Texts.Contains(name))
        {
            BeginText();
        }
        else if (Vocabulary.Functions.TryGetValue(name, out var function))
        {
            Add(new LatexToken(LatexTokenKind.Command, function, default, _afterSpace));
        }
        else if (Vocabulary.Structures.TryGetValue(name, out var structure))
        {
            Add(new LatexToken(LatexTokenKind.Command, structure, default, _afterSpace));
        }
        else if (name is "begin" or "end")
        {
            ReadEnvironment(name == "begin" ? LatexTokenKind.Begin : LatexTokenKind.EndOf);
        }
        else if (Vocabulary.Looks.Contains(name))
        {
            SkipLook(name);
        }
        else
        {
            AddLetterCommand(name);
        }
    }

    private void AddLetterCommand(string name)
    {
        if (Vocabulary.Letters.TryGetValue(name, out var letter) || Vocabulary.Greek.Contains(name))
        {
            Add(new LatexToken(LatexTokenKind.Letter, letter ?? name, default, _afterSpace));
        }
        else if (name.StartsWith("quad", StringComparison.Ordinal) && name.Length <= 6)
        {
            _position -= name.Length - 4; // \quadx is meant as \quad x.
            _afterSpace = true;
        }
        else
        {
            Add(new LatexToken(LatexTokenKind.Command, $"\\{name}", default, _afterSpace));
        }
    }

    private void SkipLook(string name)
    {
        _afterSpace |= name is "quad" or "qquad" or "hfill";
        if (name is "left" or "right" && _position < _text.Length && _text[_position] == '.')
        {
            _position++;
        }
    }

    private void BeginText()
    {
        var brace = _position;
        while (brace < _text.Length && _text[brace] == ' ')
        {
            brace++;
        }

        if (brace < _text.Length && _text[brace] == '{')
        {
            _position = brace + 1;
            _open.Push('t');
            _textDepth++;
            _afterSpace = true;
        }
    }

    private void ReadEnvironment(LatexTokenKind kind)
    {
        var end = _position < _text.Length && _text[_position] == '{' ? _text.IndexOf('}', _position) : -1;
        if (end < 0 || end - _position > SizeLimits.Depth)
        {
            Add(new LatexToken(LatexTokenKind.Command, "\\begin"));
            return;
        }

        var name = _text[(_position + 1)..end].TrimEnd('*');
        _position = end + 1;
        if (!IsDisplay(kind, name))
        {
            Add(new LatexToken(kind, name));
            return;
        }

        _displays += kind == LatexTokenKind.Begin ? 1 : -1;
        _afterSpace = true;
    }

    // Whether an environment arranges formulas and means nothing. One of cases does where it is a system of equations: where its columns,
    // if it has any, are aligned at relations.
    private bool IsDisplay(LatexTokenKind kind, string name)
    {
        if (name is not ("cases" or "dcases"))
        {
            return Vocabulary.Displays.Contains(name);
        }

        if (kind == LatexTokenKind.EndOf)
        {
            return _displays > 0;
        }

        var close = _text.IndexOf("\\end", _position, StringComparison.Ordinal);
        for (var rest = _text.AsSpan(_position..(close < 0 ? _text.Length : close)); rest.IndexOf('&') is >= 0 and var column;)
        {
            rest = rest[(column + 1)..].TrimStart();
            if (rest is not ['=' or '<' or '>', ..] && !rest.StartsWith("\\le") && !rest.StartsWith("\\ge") && !rest.StartsWith("\\ne"))
            {
                return false;
            }
        }

        return true;
    }

    private void ReadLetters()
    {
        var start = _position;
        while (_position < _text.Length && char.IsLetter(_text[_position]))
        {
            _position++;
        }

        if (_position == start + 1 && _text[start] is 'a' or 'p' or 'A' or 'P' && _text.AsSpan(_position).StartsWith(".m", StringComparison.OrdinalIgnoreCase))
        {
            _position += ".m".Length;
            Add(new LatexToken(LatexTokenKind.Word, char.ToLowerInvariant(_text[start]) == 'a' ? "am" : "pm", default, _afterSpace));
            return;
        }

        var run = _text[start.._position];
        if (IsRoman(run))
        {
            Add(new LatexToken(LatexTokenKind.Letter, run, default, _afterSpace, _textDepth > 0));
            return;
        }

        LetterRun.Add(_tokens, run, _afterSpace, _textDepth > 0, IsBeforeWord());
        _afterSpace = false;
    }

    // Small Roman numerals number the parts of a problem: (iv), ii. The others may be products.
    private bool IsRoman(string run) => run is "ii" or "iii" or "vii" or "viii" or "xii" or "xiii"
        || (run is "iv" or "vi" or "ix" or "xi"
            && (_textDepth > 0 || (_tokens is [{ Kind: LatexTokenKind.Sign, Text: "(" }] && _position < _text.Length && _text[_position] == ')')));

    // Whether a space and at least four letters follow.
    private bool IsBeforeWord()
    {
        var rest = _text.AsSpan(_position);
        return rest is [' ', _, _, _, _, ..] && !rest[1..5].ContainsAnyExcept(_letters);
    }

    // Whether all so far is the letter of a choice, maybe in a box.
    private bool IsAfterChoice() =>
        _tokens is [{ Kind: LatexTokenKind.Letter, Text: [>= 'A' and <= 'J'] }]
            or [{ Kind: LatexTokenKind.Sign, Text: "{" }, { Kind: LatexTokenKind.Letter, Text: [>= 'A' and <= 'J'] }];

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
