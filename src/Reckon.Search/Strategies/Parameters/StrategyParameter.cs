using System.Collections.Immutable;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>Something that a strategy takes besides n: its name, its range, its default.</summary>
/// <param name="Name">Its key in sweep files and in results, such as <c>maxRounds</c>: a lowercase letter, then letters and digits.</param>
/// <param name="Description">What it does, in one line without a full stop.</param>
public abstract record StrategyParameter(string Name, string Description)
{
    /// <summary>Its value where a sweep says nothing; null when a sweep must say.</summary>
    public abstract ParameterValue? DefaultValue { get; }

    /// <summary>
    /// Whether values, hashes and outcomes leave it out at its default. So a strategy can get a parameter later, and sweeps that do not name
    /// it stay what they were. Default: false.
    /// </summary>
    public bool IsImplied { get; init; }

    /// <summary>What a value must be, such as <c>a whole number from 1 to 40</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>The names to choose from; empty where the parameter is a number.</summary>
    public virtual ImmutableArray<string> Choices => [];

    /// <summary>Whether a value may be a number.</summary>
    public virtual bool TakesNumbers => Choices.IsEmpty;

    /// <summary>A value in range, for examples.</summary>
    public abstract ParameterValue Example { get; }

    /// <summary>How a sweep file may write it.</summary>
    public virtual string ExampleText => Example.ToString();

    /// <summary>The word with which a sweep asks for every value that makes sense for its n, each a run of its own; null for none.</summary>
    public virtual string? AllWord => null;

    /// <summary>The values that <see cref="AllWord"/> is for a search of <paramref name="n"/> generations.</summary>
    public virtual ImmutableArray<ParameterValue> AllFor(int n) => [];

    /// <summary>Whether <paramref name="value"/> is of this parameter's kind and in its range.</summary>
    public abstract bool Allows(ParameterValue value);

    /// <summary>The value that <paramref name="text"/> spells; null when it spells none that is allowed. Never throws.</summary>
    public abstract ParameterValue? Parse(string text);

    /// <summary>How labels show <paramref name="value"/>; without spaces.</summary>
    public virtual string TextOf(ParameterValue value) => value.ToString();

    /// <summary>The value if it is allowed; null otherwise.</summary>
    protected ParameterValue? IfAllowed(ParameterValue value) => Allows(value) ? value : default(ParameterValue?);
}
