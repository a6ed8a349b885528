using Reckon.Grading.Expressions;

namespace Reckon.Grading.Latex;

internal sealed partial class LatexTokenizer
{
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
            && (Vocabulary.Structures.ContainsKey(name) || Vocabulary.Texts.Contains(name) || Vocabulary.Letters.ContainsKey(name)
                || name is "left" or "right");
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
        if (name is "lor" or "land")
        {
            Add(new LatexToken(LatexTokenKind.Word, name == "lor" ? "or" : "and", default, _afterSpace));
        }
        else if (Vocabulary.Signs.TryGetValue(name, out var sign))
        {
            AddBracket(sign);
        }
        else if (name == "mathbb" && _text.AsSpan(_position) is ['{', 'R', '}', ..] or [' ', 'R', ..])
        {
            _position += _text[_position] == '{' ? "{R}".Length : " R".Length;
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
}
