namespace Reckon.Cli.Configuration;

/// <summary>A setting with the value in effect.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">Its value; null where it has none.</param>
/// <param name="Place">What set it; null when nothing did.</param>
internal sealed record EffectiveSetting(Setting Setting, object? Value, SettingPlace? Place)
{
    /// <summary>What kind of place set it.</summary>
    public SettingSource Source => Place?.Source ?? SettingSource.Default;
}
