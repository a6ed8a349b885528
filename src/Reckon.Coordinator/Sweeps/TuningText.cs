using System.Globalization;
using Reckon.Contracts.Sweeps;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Says what a change of window and priority changes, for the list of events. Pure.</summary>
internal static class TuningText
{
    /// <summary>Such as <c>priority 0 to 3; window none to 8</c>; null where nothing changes.</summary>
    public static string? Of(SweepEntry before, SweepEntry after)
    {
        string[] changes =
        [
            .. before.Priority == after.Priority ? (string[])[] : [Change("priority", before.Priority, after.Priority)],
            .. before.Window == after.Window ? (string[])[] : [Change("window", before.Window, after.Window)],
        ];
        return changes.Length == 0 ? null : string.Join("; ", changes);
    }

    private static string Change(string what, int? from, int? to) => $"{what} {Text(from)} to {Text(to)}";

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
