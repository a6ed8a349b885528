using System.Text.Json;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Dashboard.Pages;

/// <summary>A spec for people. Pure.</summary>
public static class SpecText
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    /// <summary>The spec as indented JSON.</summary>
    public static string Of(SweepSpec spec)
    {
        using var document = JsonDocument.Parse(SweepDocument.Write(spec));
        return JsonSerializer.Serialize(document.RootElement, _indented);
    }
}
