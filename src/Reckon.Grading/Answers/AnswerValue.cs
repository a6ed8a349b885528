using Reckon.Grading.Expressions;

namespace Reckon.Grading.Answers;

/// <summary>What an answer is. A name, as in x = 5, and a unit, as in 5 cm, are decorations of it.</summary>
internal abstract record AnswerValue
{
    private string? _key;
    private int _decided; // 0: not known yet, 1: yes, -1: no. An integer, so that no thread sees half of it.

    private AnswerValue()
    {
    }

    // "with" changes a copy, whose key is another, so the key is not copied.
    protected AnswerValue(AnswerValue original)
    {
        Name = original.Name;
        Unit = original.Unit;
        Sense = original.Sense;
    }

    /// <summary>The name that is given the value, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The unit, a percent sign and a currency included, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// Words behind the value that may make it another one: what is counted, where the number is a word, too, and words such as "east".
    /// Null where there are none.
    /// </summary>
    public string? Sense { get; init; }

    /// <summary>Whether it has no decorations.</summary>
    public bool IsBare => Name is null && Unit is null && Sense is null;

    /// <summary>Whether it is a rational number.</summary>
    public bool IsConstantNumber => this is Scalar { Value.IsConstant: true };

    /// <summary>The value's one spelling, without its own decorations.</summary>
    public string BareKey => _key ??= Spell();

    /// <summary>The spelling with decorations.</summary>
    public string Key =>
        (Name is null ? "" : $"{Name}=") + BareKey + (Unit is null ? "" : $"[{Unit}]") + (Sense is null ? "" : $"[of {Sense}]");

    /// <summary>Whether two different keys of values of this kind, decorations aside, are two different values.</summary>
    public bool IsDecided => (_decided != 0 ? _decided : _decided = DecidesByKey() ? 1 : -1) > 0;

    protected abstract bool DecidesByKey();

    protected abstract string Spell();

    /// <summary>A number or an expression.</summary>
    public sealed record Scalar(Expression Value) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => Value.IsConstant || (Value.IsPolynomial && Value.IsIndependent);

        /// <inheritdoc/>
        protected override string Spell() => Value.Key;
    }

    /// <summary>Cells by rows.</summary>
    public sealed record Matrix(int Rows, int Columns, Expression[] Cells) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() =>
            Rows > 1 && Columns > 1 && Array.TrueForAll(Cells, cell => cell.IsPolynomial && cell.IsIndependent);

        /// <inheritdoc/>
        protected override string Spell() => $"{Rows}x{Columns}[{string.Join(',', Cells.Select(cell => cell.Key))}]";
    }

    /// <summary>Items in an order, in brackets that matter: a point, or an interval that is nothing more.</summary>
    public sealed record Tuple(string Open, string Close, IReadOnlyList<AnswerValue> Items) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => Items.All(item => item is { IsDecided: true, IsBare: true });

        /// <inheritdoc/>
        protected override string Spell() => $"{Open}{string.Join(',', Items.Select(item => item.Key))}{Close}";
    }

    /// <summary>Items whose order does not matter: a set, or a list without brackets.</summary>
    public sealed record Collection(IReadOnlyList<AnswerValue> Items, bool IsSet) : AnswerValue
    {
        /// <summary>Whether the policy gives a list without brackets an order after all.</summary>
        public bool IsOrdered { get; init; }

        /// <inheritdoc/>
        protected override bool DecidesByKey() => Items.All(item => item is { IsDecided: true, IsBare: true });

        /// <inheritdoc/>
        protected override string Spell()
        {
            var keys = Items.Select(item => item.Key);
            if (IsOrdered)
            {
                return string.Join(',', keys);
            }

            return $"{{{string.Join(',', (IsSet ? keys.Distinct(StringComparer.Ordinal) : keys).Order(StringComparer.Ordinal))}}}";
        }
    }

    /// <summary>A part of the real line.</summary>
    public sealed record Reals(RealSet Set) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() =>
            Set.Intervals.All(interval => interval.Lower.IsIndependent && interval.Upper.IsIndependent);

        /// <inheritdoc/>
        protected override string Spell() => Set.Key;
    }

    /// <summary>A difference that is zero, up to a factor.</summary>
    public sealed record Equation(Expression Difference) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => Difference.IsIndependent;

        /// <inheritdoc/>
        protected override string Spell() => $"{Difference.Key}=0";
    }

    /// <summary>Sides in ascending order; the relations between them are &lt;, ≤ and ≠.</summary>
    public sealed record Inequality(IReadOnlyList<string> Relations, IReadOnlyList<Expression> Sides) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => false;

        /// <inheritdoc/>
        protected override string Spell() =>
            Sides[0].Key + string.Concat(Relations.Select((relation, index) => relation + Sides[index + 1].Key));
    }

    /// <summary>Terms with colons between them: a ratio or a time of day.</summary>
    public sealed record Ratio(IReadOnlyList<Expression> Terms) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => Terms.All(term => term.IsPolynomial && term.IsIndependent);

        /// <inheritdoc/>
        protected override string Spell() => string.Join(':', Terms.Select(term => term.Key));
    }

    /// <summary>Digits of a base that is given.</summary>
    public sealed record BaseNumber(string Digits, int Base, Rational Value) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => false;

        /// <inheritdoc/>
        protected override string Spell() => $"{Digits}_{Base}";
    }

    /// <summary>
    /// What leaves a remainder under a modulus; where it is a difference of two sides, they are congruent. A remainder that is a number is
    /// the least that is not negative.
    /// </summary>
    public sealed record Congruence(Expression Residue, Expression Modulus, bool IsDifference) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => !IsDifference && Residue.IsConstant && Modulus.IsConstant;

        /// <inheritdoc/>
        protected override string Spell() => $"{Residue.Key}{(IsDifference ? "=0" : "")} mod {Modulus.Key}";
    }

    /// <summary>The letter of a choice with its text; what that is, or null where it is not understood; and how it is written.</summary>
    public sealed record Choice(string Letter, AnswerValue? Content, string Spelling) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => false;

        /// <inheritdoc/>
        protected override string Spell() => $"({Letter}) {Content?.Key ?? Spelling}";
    }

    /// <summary>Words. They hold mathematics where letters or numbers are among them.</summary>
    public sealed record Text(string Words, bool HoldsMathematics = false) : AnswerValue
    {
        /// <inheritdoc/>
        protected override bool DecidesByKey() => false;

        /// <inheritdoc/>
        protected override string Spell() => $"\"{Words}\"";
    }
}
