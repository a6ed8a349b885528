using System.Text;

namespace Reckon.Simulation;

/// <summary>
/// What a simulated model makes of a text, token by token: whether the path is still right, and what may follow. A pure
/// function of the tokens read, whatever they are.
/// </summary>
internal sealed class SimulatedReader(SimulatedLanguage language)
{
    private readonly List<byte> _prompt = [];
    private byte[] _answer = []; // What this path's last line says.
    private string _right = "";
    private bool _isPrompt = true;
    private int _level;
    private int _step;
    private int _position; // In the line.
    private ulong _choices;
    private int _dots; // That the line's letter is followed by.

    /// <summary>Differs, but for accidents, for texts that differ.</summary>
    public ulong History { get; private set; } = language.Seed;

    public ulong Problem { get; private set; }

    public bool IsRight { get; private set; } = true;

    /// <summary>Whether the next token is a free choice among letters.</summary>
    public bool IsChoice => !_isPrompt && !IsLastLine && _position == SimulatedLanguage.StepStart.Length;

    /// <summary>The chance that the choice stays right.</summary>
    public double Chance => language.ChanceOf(Problem, _level);

    public int Step => _step;

    private bool IsLastLine => _step == language.StepsOf(Problem);

    public void Read(int token)
    {
        History = SimulatedHash.Mix(History, (ulong)token);
        if (_isPrompt)
        {
            ReadPrompt(token);
        }
        else if (token == SimulatedTokenizer.Delimiter)
        {
            (_step, _position) = (_step + 1, 0);
            _answer = IsLastLine ? Answer() : _answer;
        }
        else
        {
            ReadChoice(token);
            _position++;
        }
    }

    /// <summary>The token that must follow when there is no choice.</summary>
    public int Expected()
    {
        if (_isPrompt)
        {
            return SimulatedTokenizer.Go;
        }

        if (!IsLastLine)
        {
            return _position < SimulatedLanguage.StepStart.Length
                ? SimulatedTokenizer.FirstByte + SimulatedLanguage.StepStart[_position]
                : _position <= SimulatedLanguage.StepStart.Length + _dots ? SimulatedTokenizer.FirstByte + '.'
                : SimulatedTokenizer.Delimiter;
        }

        return _position < _answer.Length ? SimulatedTokenizer.FirstByte + _answer[_position] : SimulatedTokenizer.End;
    }

    public void CopyFrom(SimulatedReader other)
    {
        _prompt.Clear();
        _prompt.AddRange(other._prompt);
        (_answer, _right, _isPrompt, _level) = (other._answer, other._right, other._isPrompt, other._level);
        (_step, _position, _choices, _dots) = (other._step, other._position, other._choices, other._dots);
        (History, Problem, IsRight) = (other.History, other.Problem, other.IsRight);
    }

    private void ReadChoice(int token)
    {
        if (!IsChoice)
        {
            return;
        }

        var letter = token - SimulatedTokenizer.FirstByte - 'a';
        IsRight &= SimulatedLanguage.IsRight(Problem, _step, letter);
        _choices = SimulatedHash.Mix(_choices, (ulong)letter);
        _dots = (int)(-language.MeanDots * Math.Log(1 - SimulatedHash.Uniform(SimulatedHash.Mix(History, 0xD075))));
    }

    private void ReadPrompt(int token)
    {
        if (token != SimulatedTokenizer.Go)
        {
            if (token >= SimulatedTokenizer.FirstByte)
            {
                _prompt.Add((byte)(token - SimulatedTokenizer.FirstByte));
            }

            return;
        }

        var parts = Encoding.UTF8.GetString([.. _prompt]).Split(SimulatedPrompt.Separator);
        _ = int.TryParse(parts[0], out _level);
        _right = parts.Length > 1 ? parts[1] : "";
        (_isPrompt, Problem) = (false, History);
    }

    private byte[] Answer()
    {
        if (IsRight)
        {
            return Encoding.UTF8.GetBytes(SimulatedLanguage.AnswerStart + _right);
        }

        // Wrong paths agree on a few answers, or majority voting would be right too easily.
        const ulong wrongAnswers = 3;
        var offset = 1 + (long)(_choices % wrongAnswers);
        var wrong = long.TryParse(_right, out var number) ? $"{number + offset}" : $"{offset}";
        return Encoding.UTF8.GetBytes(SimulatedLanguage.AnswerStart + wrong);
    }
}
