using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>
/// Reads tokens by descent, computing as it reads: the result is in normal form. It stops at what it does not understand;
/// its depth and its steps are bounded.
/// </summary>
internal sealed partial class AnswerParser(LatexToken[] tokens, Algebra algebra, AnswerPolicy policy)
{
    private readonly ValueArithmetic _arithmetic = new(algebra);
    private readonly LatexToken[] _tokens = (LatexToken[])tokens.Clone();
    private int _position;
    private int _depth;
    private bool _failed;

    // The sign that ± stands for in this pass, and whether the item holds a ±.
    private int _sign = 1;
    private bool _hasSigns;
    private bool _isInItem;

    private LatexToken Current => _tokens[_position];

    private LatexToken Next => _tokens[Math.Min(_position + 1, _tokens.Length - 1)];

    /// <summary>The answer's value; null when it is not understood.</summary>
    public AnswerValue? Read()
    {
        SkipFillers();
        while (Current is { Kind: LatexTokenKind.Sign, Text: "=" or "≈" or "⇒" } && Next.Kind != LatexTokenKind.End)
        {
            _position++; // The left side is in the question.
        }

        var items = ReadItems();
        return _failed || Current.Kind != LatexTokenKind.End || items.Count == 0 ? null : ItemLists.Value(items);
    }

    // Items with the separator before each, up to something that is neither.
    private List<ListItem> ReadItems()
    {
        var items = new List<ListItem>();
        var separator = SkipSeparators();
        while (!_failed && !IsAtEnd() && algebra.Effort.Spend(1))
        {
            items.Add(new ListItem(ReadItem(), separator));
            separator = SkipSeparators();
            if (separator is null || items.Count > SizeLimits.Items)
            {
                break;
            }
        }

        return items;
    }

    // One item; where it holds ±, both of its values.
    private AnswerValue ReadItem()
    {
        if (_isInItem)
        {
            return ReadRelation();
        }

        var start = _position;
        _isInItem = true;
        _hasSigns = false;
        var value = ReadRelation();
        if (_hasSigns && !_failed)
        {
            GoBack(start);
            _sign = -1;
            value = Both(value, ReadRelation());
            _sign = 1;
        }

        _isInItem = false;
        return value;
    }

    // Returns to an earlier place, with the tokens from there as they were.
    private void GoBack(int position)
    {
        Array.Copy(tokens, position, _tokens, position, _position - position + 1);
        _position = position;
    }

    private static AnswerValue Both(AnswerValue upper, AnswerValue lower) => (upper, lower) switch
    {
        (AnswerValue.Reals { Set.IsAllButPoints: true } one, AnswerValue.Reals other) when one.Name == other.Name =>
            RealSets.Value(one.Set.Intersection(other.Set)) with { Name = one.Name },
        (AnswerValue.Collection one, AnswerValue.Collection other) => new AnswerValue.Collection([.. one.Items, .. other.Items], true),
        _ => new AnswerValue.Collection([upper with { Name = null }, lower with { Name = null }], false) { Name = upper.Name },
    };

    private string? SkipSeparators()
    {
        string? separator = null;
        while (Current.Kind != LatexTokenKind.End && Separator(Current) is { } found)
        {
            separator = found == ";" || separator is null or "," ? found : separator;
            _position++;
        }

        return separator;
    }

    private static string? Separator(LatexToken token) => token switch
    {
        { Kind: LatexTokenKind.Sign, Text: "," or ";" } => token.Text,
        { Kind: LatexTokenKind.Sign, Text: "\\\\" } => ",",
        { Kind: LatexTokenKind.Word, Text: "and" or "or" } => token.Text,
        _ => null,
    };

    private void SkipFillers()
    {
        while (Current.Kind == LatexTokenKind.Word && Vocabulary.Fillers.Contains(Current.Text) && Next.Kind != LatexTokenKind.End)
        {
            _position++;
            _position += Current.IsSign(":") || Current.IsSign("=") ? 1 : 0;
        }
    }

    private bool IsAtEnd() =>
        Current.Kind == LatexTokenKind.End || Current is { Kind: LatexTokenKind.Sign, Text: ")" or "]" or "}" or "\\}" };

    private AnswerValue.Scalar Fail()
    {
        _failed = true;
        return new AnswerValue.Scalar(Expression.Zero);
    }

    private bool Enter()
    {
        if (++_depth > SizeLimits.Depth)
        {
            algebra.Effort.Spend(int.MaxValue);
        }

        _failed |= algebra.Effort.HasFailed || !algebra.Effort.Spend(1);
        return !_failed;
    }

    private bool Accept(string sign)
    {
        if (!Current.IsSign(sign))
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Accept(sign))
        {
            _failed = true;
        }
    }
}
