using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Configuration;

/// <summary>Shows a configuration. Pure.</summary>
internal static class SettingsTable
{
    private const string Gap = "  ";

    // For a terminal or a program, never for a page of HTML.
    private static readonly JsonWriterOptions _json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As aligned text: each setting's value, and what set it.</summary>
    public static string Plain(EffectiveSettings settings)
    {
        string[][] rows =
        [
            ["setting", "value", "set by"],
            .. settings.All.Select(setting => (string[])[setting.Setting.Key, ValueOf(setting), PlaceOf(setting)]),
        ];
        var (first, second) = (rows.Max(row => row[0].Length), rows.Max(row => row[1].Length));
        return string.Concat(rows.Select(row => $"{row[0].PadRight(first)}{Gap}{row[1].PadLeft(second)}{Gap}{row[2]}\n"));
    }

    /// <summary>As JSON, with the allowed values of each.</summary>
    public static string Json(EffectiveSettings settings)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _json))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("settings");
            foreach (var setting in settings.All)
            {
                Write(writer, setting);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)}\n";
    }

    private static string ValueOf(EffectiveSetting setting) => SafeText.Terminal(setting.Setting.Kind.Show(setting.Value));

    private static string PlaceOf(EffectiveSetting setting) => SafeText.Terminal(setting.Place?.ToString() ?? "default");

    private static void Write(Utf8JsonWriter writer, EffectiveSetting setting)
    {
        writer.WriteStartObject();
        writer.WriteString("key", setting.Setting.Key);
        WriteValue(writer, setting.Setting, setting.Value);
        writer.WriteString("source", Setting.InFile($"{setting.Source}"));
        writer.WriteString("place", setting.Place?.ToString());
        writer.WriteString("expected", setting.Setting.Kind.Expected);
        writer.WriteString("variable", setting.Setting.Variable);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Setting setting, object? value)
    {
        const string name = "value";
        switch (value)
        {
            case null:
                writer.WriteNull(name);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            default:
                writer.WriteString(name, setting.Kind.Show(value));
                break;
        }
    }
}
