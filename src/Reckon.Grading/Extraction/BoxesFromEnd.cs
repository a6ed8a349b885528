using System.Buffers;

namespace Reckon.Grading.Extraction;

/// <summary>
/// Walks the boxes of a text from the last to the first, in the order of their commands: <c>\boxed{…}</c> and
/// <c>\fbox{…}</c> with any braces in them, and <c>\boxed 5</c>. All its reading is on one budget, so that a text made of
/// open boxes ends the walk early.
/// </summary>
internal ref struct BoxesFromEnd(ReadOnlySpan<char> text, bool isCut)
{
    private const int MostSteps = 32_768;
    private const int StepsForCommand = 64; // So that commands without a box end the walk, too.
    private const int LongestGap = 16;

    private static readonly SearchValues<char> _braces = SearchValues.Create("{}\\");

    private readonly ReadOnlySpan<char> _text = text;

    private WordsFromEnd _commands = new(text, @"\boxed", @"\fbox");
    private int _steps;

    /// <summary>The box that was reached.</summary>
    public Box Current { get; private set; }

    /// <summary>Whether the walk ended for the sake of time.</summary>
    public readonly bool IsSpent => _steps >= MostSteps;

    /// <summary>Goes to the box before; false when there is none, or the budget is spent.</summary>
    public bool MoveBack()
    {
        while (!IsSpent && _commands.MoveBack())
        {
            _steps += StepsForCommand;
            if (Read(_commands.Start, _commands.End) is { } box)
            {
                Current = box;
                return true;
            }
        }

        return false;
    }

    private Box? Read(int start, int afterCommand)
    {
        var gap = _text.Slice(afterCommand, Math.Min(LongestGap, _text.Length - afterCommand));
        var content = afterCommand + gap.Length - gap.TrimStart().Length;
        if (content == _text.Length)
        {
            return isCut ? Open(start) : null;
        }

        return _text[content] == '{' ? ReadBraces(start, content + 1)
            : content > afterCommand ? ReadNumber(start, content)
            : null;
    }

    private Box ReadBraces(int start, int content)
    {
        var limit = Math.Min(_text.Length, content + IAnswerExtractor.LongestAnswer);
        var depth = 1;
        for (var at = content; at < limit; at++)
        {
            var next = _text[at..limit].IndexOfAny(_braces);
            _steps += 1 + Math.Max(next, 0);
            if (next < 0)
            {
                break;
            }

            at += next;
            switch (_text[at])
            {
                case '\\':
                    at++; // \{ and \} are braces that are shown, not braces that group.
                    break;
                case '{':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }

            if (depth == 0)
            {
                return new Box(start, content..at, at + 1, IsClosed: true);
            }
        }

        return Open(start);
    }

    private readonly Box? ReadNumber(int start, int content)
    {
        var length = NumberText.LengthAt(_text.Slice(content, Math.Min(IAnswerExtractor.LongestAnswer + 1, _text.Length - content)));
        if (length == 0)
        {
            return null;
        }

        var end = content + length;
        return isCut && end == _text.Length ? Open(start) : new Box(start, content..end, end, IsClosed: true);
    }

    private readonly Box Open(int start) => new(start, default, _text.Length, IsClosed: false);
}
