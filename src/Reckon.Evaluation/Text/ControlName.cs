using System.Globalization;
using Reckon.Search.Controls;

namespace Reckon.Evaluation.Text;

/// <summary>What controls are called wherever results of theirs are shown, so that nobody takes them for a verifier's.</summary>
internal static class ControlName
{
    /// <summary>A few words, such as <c>ORACLE verifier, which knows the reference</c>.</summary>
    public static string Of(VerifierControl control) => control.Kind switch
    {
        ControlKind.Random => "control: random verifier",
        ControlKind.Oracle => "control: ORACLE verifier, which knows the reference",
        _ => string.Create(CultureInfo.InvariantCulture, $"control: {100 * control.Share:0.##} % of the verifier's scores flipped"),
    };
}
