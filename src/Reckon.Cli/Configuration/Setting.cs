using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Reckon.Cli.Configuration;

/// <summary>One value that can be set: a property of a section of <see cref="ReckonOptions"/>.</summary>
/// <param name="Section">The section.</param>
/// <param name="Property">The property of the section's options.</param>
/// <param name="Kind">What it may be set to.</param>
internal sealed record Setting(PropertyInfo Section, PropertyInfo Property, ValueKind Kind)
{
    /// <summary>As a configuration file spells it, such as <c>engine.maxRows</c>.</summary>
    public string Key => string.Join('.', Names.Select(InFile));

    /// <summary>The variable that sets it, such as <c>RECKON__Engine__MaxRows</c>.</summary>
    public string Variable => EnvironmentLayer.Prefix + string.Join(EnvironmentLayer.Separator, Names);

    /// <summary>The names of section and property.</summary>
    public ImmutableArray<string> Names => [Section.Name, Property.Name];

    /// <summary>As the layers know it, such as <c>Engine:MaxRows</c>.</summary>
    public string Path => ConfigurationPath.Combine(Names);

    /// <summary>A name as a configuration file spells it.</summary>
    public static string InFile(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Its value in <paramref name="options"/>.</summary>
    public object? Read(ReckonOptions options) => Property.GetValue(Section.GetValue(options));

    /// <summary>Sets it in <paramref name="options"/>, which nobody uses yet.</summary>
    public void Write(ReckonOptions options, object value) => Property.SetValue(Section.GetValue(options), value);
}
