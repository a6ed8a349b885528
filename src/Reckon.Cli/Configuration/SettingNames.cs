using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Configuration;

/// <summary>
/// The names of settings as one kind of place spells them. Files use camel case, as sweep files do; in variables the case does
/// not matter, because systems and tools differ. Pure.
/// </summary>
/// <param name="known">The known settings.</param>
/// <param name="source">The kind of place.</param>
internal sealed class SettingNames(ImmutableArray<Setting> known, SettingSource source)
{
    private readonly bool _isFile = source == SettingSource.File;

    /// <summary>The setting that <paramref name="value"/> is for; null when there is none.</summary>
    public Setting? Find(PlacedText value) =>
        known.FirstOrDefault(setting => IsSame(setting.Section.Name, value.Keys[0]) && IsSame(setting.Property.Name, KeyOf(value)));

    /// <summary>What is wrong with <paramref name="value"/>, which is for no setting; null for a section with nothing in it.</summary>
    public Diagnostic? FaultOf(PlacedText value)
    {
        var section = value.Keys[0];
        var settings = known.Where(setting => IsSame(setting.Section.Name, section)).ToArray();
        if (settings.Length == 0)
        {
            var sections = Spelled(known.Select(setting => setting.Section.Name));
            return value.Place.Fault($"unknown section {Quoted.Of(section)}", Spelling.Remedy(section, sections));
        }

        var key = KeyOf(value);
        var names = Spelled(settings.Select(setting => setting.Property.Name));
        return (key, value.Text) switch
        {
            ("", null) => null,
            ("", _) => value.Place.Fault($"{Quoted.Of(section)} is a section, and needs a key", Spelling.Remedy(key, names)),
            _ => value.Place.Fault($"unknown key {Quoted.Of(key)}", Spelling.Remedy(key, names)),
        };
    }

    private string KeyOf(PlacedText value) => string.Join(_isFile ? "." : EnvironmentLayer.Separator, value.Keys[1..]);

    private bool IsSame(string name, string written) =>
        Spelled(name).Equals(written, _isFile ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private string[] Spelled(IEnumerable<string> names) => [.. names.Select(Spelled).Distinct()];

    private string Spelled(string name) => _isFile ? Setting.InFile(name) : name;
}
