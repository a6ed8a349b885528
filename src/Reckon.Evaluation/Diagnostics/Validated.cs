using System.Collections.Immutable;

namespace Reckon.Evaluation.Diagnostics;

/// <summary>The result of reading something that may be wrong: the value, or everything that is wrong with it.</summary>
public abstract record Validated<T>
{
    private Validated()
    {
    }

    /// <summary>What <paramref name="next"/> makes of the value; the faults where there is none.</summary>
    public Validated<TNext> Then<TNext>(Func<T, Validated<TNext>> next) => this switch
    {
        Valid valid => next(valid.Value),
        Invalid invalid => new Validated<TNext>.Invalid(invalid.Diagnostics),
        _ => throw new InvalidOperationException("A result is valid or invalid."),
    };

    /// <summary>Nothing is wrong.</summary>
    public sealed record Valid(T Value) : Validated<T>;

    /// <summary>Something is wrong; all faults at once, in the order of their places. Never empty.</summary>
    public sealed record Invalid(ImmutableArray<Diagnostic> Diagnostics) : Validated<T>;
}
