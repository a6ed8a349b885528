using Microsoft.Extensions.Configuration;

namespace Reckon.Cli.Configuration;

/// <summary>What one kind of place sets, with the places.</summary>
internal sealed class SettingsLayer : ConfigurationProvider, IConfigurationSource
{
    private readonly Dictionary<string, SettingPlace> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the value of a setting; false when the layer has one already.</summary>
    public bool TryAdd(Setting setting, string text, SettingPlace place)
    {
        Data.TryAdd(setting.Path, text);
        return _places.TryAdd(setting.Path, place);
    }

    /// <summary>The place that sets <paramref name="setting"/> in this layer; null when none does.</summary>
    public SettingPlace? PlaceOf(Setting setting) => _places.GetValueOrDefault(setting.Path);

    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
