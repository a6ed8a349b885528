namespace Reckon.Evaluation.Text;

/// <summary>Names of files from names that people gave.</summary>
internal static class Slug
{
    /// <summary>The name in small letters, digits and hyphens.</summary>
    public static string Of(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
}
