using System.Globalization;
using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Pages;

/// <summary>An order as somebody has filled it in. Pure.</summary>
public sealed class ActForm
{
    private const int LongestReason = 500;

    /// <summary>The form of <paramref name="act"/>.</summary>
    /// <param name="act">What is to happen.</param>
    /// <param name="valueOf">What stands in a field; null for nothing.</param>
    public ActForm(SweepAct act, Func<string, string?> valueOf)
    {
        (Act, Why) = (act, valueOf("why")?.Trim() ?? "");
        (Window, Priority) = act == SweepAct.Retune ? (valueOf("window")?.Trim() ?? "", valueOf("priority")?.Trim() ?? "") : ("", "");
    }

    /// <summary>What is to happen.</summary>
    public SweepAct Act { get; }

    /// <summary>The reason.</summary>
    public string Why { get; }

    /// <summary>The window, as it was written.</summary>
    public string Window { get; }

    /// <summary>The priority, as it was written.</summary>
    public string Priority { get; }

    /// <summary>What is wrong with it, for whoever filled it in; null where nothing is.</summary>
    public string? Fault => this switch
    {
        { Why.Length: 0 or > LongestReason } => $"Give a reason of at most {LongestReason} characters.",
        { Act: SweepAct.Retune, Window: "", Priority: "" } => "Give a number of problems, a priority, or both.",
        _ when Window.Length > 0 && NumberOf(Window, SweepTuning.MostWindow) is null =>
            $"The problems at once are a whole number from 0 to {SweepTuning.MostWindow}.",
        _ when Priority.Length > 0 && NumberOf(Priority, SweepTuning.MostPriority) is null =>
            $"The priority is a whole number from 0 to {SweepTuning.MostPriority}.",
        _ => null,
    };

    /// <summary>What it asks for, where nothing is wrong with it.</summary>
    public SweepRequest Request => new(Act, Why)
    {
        Window = NumberOf(Window, SweepTuning.MostWindow),
        Priority = NumberOf(Priority, SweepTuning.MostPriority),
    };

    private static int? NumberOf(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
