using System.Collections.Immutable;
using System.Text.Json;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>One of the members of <typeparamref name="T"/>, spelled in camel case.</summary>
/// <typeparam name="T">The choices. No two have one value.</typeparam>
/// <param name="Name">See <see cref="StrategyParameter"/>.</param>
/// <param name="Description">See <see cref="StrategyParameter"/>.</param>
/// <param name="Default">The value where a sweep says nothing; null when a sweep must say.</param>
public sealed record ChoiceParameter<T>(string Name, string Description, T? Default = null) : StrategyParameter(Name, Description)
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Choices { get; } = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <inheritdoc/>
    public override ParameterValue? DefaultValue => Default is { } value ? Spelled(value) : default(ParameterValue?);

    /// <inheritdoc/>
    public override string Expected => $"one of {string.Join(", ", Choices)}";

    /// <inheritdoc/>
    public override ParameterValue Example => DefaultValue ?? Choices[0];

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => value.Choice is { } choice && Choices.Contains(choice);

    /// <inheritdoc/>
    public override ParameterValue? Parse(string text) => IfAllowed(text);

    /// <summary>The member that <paramref name="value"/> names.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    internal T Member(ParameterValue value) => Allows(value)
        ? Enum.GetValues<T>().First(member => Spelled(member) == value)
        : throw new ArgumentException($"{Name} must be {Expected}, not {value}.", nameof(value));

    private static ParameterValue Spelled(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
