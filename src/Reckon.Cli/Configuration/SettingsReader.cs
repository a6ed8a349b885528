using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Configuration;

/// <summary>Finds the value in effect for each setting, and everything that is wrong. Pure.</summary>
internal sealed class SettingsReader
{
    private readonly ImmutableArray<Setting> _known;
    private readonly ReckonOptions _options = new();
    private readonly List<Diagnostic> _faults = [];

    private SettingsReader(ImmutableArray<Setting> known) => _known = known;

    /// <summary>The configuration that <paramref name="layers"/> make, or everything that is wrong with them.</summary>
    /// <param name="known">The known settings.</param>
    /// <param name="layers">
    /// The later layer wins, and a value that it replaces is not checked. An unknown name is a fault in every layer.
    /// </param>
    public static Validated<EffectiveSettings> Read(
        ImmutableArray<Setting> known, params ImmutableArray<ImmutableArray<PlacedText>> layers) => new SettingsReader(known).Read(layers);

    private Validated<EffectiveSettings> Read(ImmutableArray<ImmutableArray<PlacedText>> layers)
    {
        var builder = new ConfigurationBuilder();
        foreach (var layer in layers)
        {
            builder.Add(LayerOf(layer));
        }

        var configuration = builder.Build();
        // All are set before any is read: a default may follow from another setting.
        var places = _known.Select(setting => Apply(setting, configuration)).ToArray();
        return _faults.Count == 0
            ? new Validated<EffectiveSettings>.Valid(new EffectiveSettings(
                _options, [.. _known.Zip(places, (setting, place) => new EffectiveSetting(setting, setting.Read(_options), place))]))
            : new Validated<EffectiveSettings>.Invalid([.. _faults]);
    }

    private SettingsLayer LayerOf(ImmutableArray<PlacedText> values)
    {
        var layer = new SettingsLayer();
        foreach (var value in values)
        {
            Add(value, layer);
        }

        return layer;
    }

    private void Add(PlacedText value, SettingsLayer layer)
    {
        var names = new SettingNames(_known, value.Place.Source);
        var setting = names.Find(value);
        if (setting is null && names.FaultOf(value) is { } fault)
        {
            _faults.Add(fault);
        }
        else if (setting is not null && value.Text is { } text && !layer.TryAdd(setting, text, value.Place))
        {
            _faults.Add(value.Place.Fault($"{layer.PlaceOf(setting)} sets the same setting", "Keep one of them"));
        }
    }

    // Returns the place that has set it; null when none has.
    private SettingPlace? Apply(Setting setting, IConfigurationRoot configuration)
    {
        var layers = configuration.Providers.Cast<SettingsLayer>();
        var place = layers.Select(layer => layer.PlaceOf(setting)).LastOrDefault(found => found is not null);
        if (place is null || configuration[setting.Path] is not { } text)
        {
            return null;
        }

        if (setting.Kind.Parse(text) is { } value)
        {
            setting.Write(_options, value);
        }
        else
        {
            var standard = setting.Read(new ReckonOptions());
            _faults.Add(place.Fault($"expected {setting.Kind.Expected}, found {Quoted.Of(text)}", setting.Kind.Remedy(text, standard)));
        }

        return place;
    }
}
