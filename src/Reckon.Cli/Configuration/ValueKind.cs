using System.Collections.Immutable;
using System.Globalization;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Configuration;

/// <summary>What a setting may be set to.</summary>
internal abstract partial record ValueKind
{
    private ValueKind()
    {
    }

    /// <summary>Such as <c>a whole number from 1 to 8</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>The value that <paramref name="text"/> means; null when it means none in the range.</summary>
    public abstract object? Parse(string text);

    /// <summary>What to do about <paramref name="text"/>, which means no value.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="standard">A value that would do.</param>
    public abstract string Remedy(string text, object? standard);

    /// <summary><paramref name="value"/> as it would be written; <c>none</c> where there is none.</summary>
    public virtual string Show(object? value) => value is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>A whole number; <paramref name="Why"/> explains the range where that is needed.</summary>
    public sealed record WholeNumber(int Min, int Max, string Why = "") : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Min:N0} to {Max:N0}{Why}");

        /// <inheritdoc/>
        public override object? Parse(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= Min && value <= Max
                ? value
                : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => $"Write such a number with digits only, such as {Show(standard)}";
    }

    /// <summary>A time, written as a whole number with its unit.</summary>
    public sealed record Duration(TimeSpan Min, TimeSpan Max) : ValueKind
    {
        private static readonly (string Unit, TimeSpan Length)[] _units =
            [("h", TimeSpan.FromHours(1)), ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)), ("ms", TimeSpan.FromMilliseconds(1))];

        /// <inheritdoc/>
        public override string Expected => $"a duration from {Show(Min)} to {Show(Max)}";

        /// <inheritdoc/>
        public override object? Parse(string text)
        {
            var unit = text.TrimStart("0123456789").ToString();
            var length = _units.FirstOrDefault(known => known.Unit == unit).Length;
            return int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count * length >= Min && count * length <= Max
                ? count * length
                : null;
        }

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => $"Write a whole number and ms, s, m or h, such as {Show(standard)}";

        /// <inheritdoc/>
        public override string Show(object? value)
        {
            var time = (TimeSpan)value!; // No setting's time is optional.
            if (time == TimeSpan.Zero)
            {
                return "0s";
            }

            var (unit, length) = _units.First(known => time.Ticks % known.Length.Ticks == 0 || known.Unit == "ms");
            return string.Create(CultureInfo.InvariantCulture, $"{time / length}{unit}");
        }
    }

    /// <summary>One member of an enumeration, by its name.</summary>
    public sealed record Choice(Type Cases) : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => $"one of {string.Join(", ", Enum.GetNames(Cases))}";

        /// <inheritdoc/>
        public override object? Parse(string text) => // By name: the parser of .NET would accept numbers too.
            Enum.GetNames(Cases).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
                ? Enum.Parse(Cases, name)
                : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => Spelling.Remedy(text, Enum.GetNames(Cases));
    }

    /// <summary>Paths of files.</summary>
    public sealed record FilePaths : ValueKind
    {
        /// <summary>What separates them.</summary>
        public const char Separator = ';';

        /// <inheritdoc/>
        public override string Expected => $"paths of files, separated by '{Separator}'";

        /// <summary>The paths in <paramref name="text"/>.</summary>
        public static ImmutableArray<string> Split(string text) => [.. text.Split(Separator, StringSplitOptions.TrimEntries)];

        /// <inheritdoc/>
        public override object? Parse(string text) =>
            Split(text).Any(path => path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) ? null : text;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => "Write the paths, or remove the setting";
    }

    /// <summary>The path of a file.</summary>
    public sealed record FilePath : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => "the path of a file";

        /// <inheritdoc/>
        public override object? Parse(string text) =>
            string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal) ? null : text;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => "Write the path, or remove the setting";
    }
}
