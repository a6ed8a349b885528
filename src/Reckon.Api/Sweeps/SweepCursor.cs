using System.Globalization;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>A place in the list of sweeps, the newest first: after one of them. Stays the same place while sweeps come and go. Pure.</summary>
/// <param name="Created">When that one was submitted.</param>
/// <param name="Id">Its id.</param>
internal sealed record SweepCursor(DateTimeOffset Created, string Id)
{
    /// <summary>The place after <paramref name="sweep"/>.</summary>
    public static SweepCursor Of(SweepEntry sweep) => new(sweep.Created, sweep.Id);

    /// <summary>The place that <see cref="ToString"/> wrote; null for the beginning.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static SweepCursor? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks && SweepIds.IsValid(text[(dot + 1)..])
            ? new SweepCursor(new DateTimeOffset(ticks, TimeSpan.Zero), text[(dot + 1)..])
            : throw new ArgumentException("The cursor is not one that this API has given out.");
    }

    /// <summary>Whether <paramref name="sweep"/> comes after the place.</summary>
    public bool IsBefore(SweepEntry sweep) =>
        sweep.Created < Created || (sweep.Created == Created && string.CompareOrdinal(sweep.Id, Id) < 0);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Created.UtcTicks}.{Id}");
}
