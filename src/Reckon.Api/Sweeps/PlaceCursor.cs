using System.Globalization;

namespace Reckon.Api.Sweeps;

/// <summary>A cursor in a list of problems: the place, from 0, at which the next page begins. Pure.</summary>
internal static class PlaceCursor
{
    /// <summary>The cursor of a place.</summary>
    public static string Write(int place) => place.ToString(CultureInfo.InvariantCulture);

    /// <summary>The place of a cursor; the first for null.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static int Read(string? text) => text is null ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
        : throw new ArgumentException("The cursor is not one that this API has given out.");
}
