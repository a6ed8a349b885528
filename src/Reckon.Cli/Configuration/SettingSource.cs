namespace Reckon.Cli.Configuration;

/// <summary>What may set a value, in order: of two, the later one counts.</summary>
internal enum SettingSource
{
    /// <summary>The program itself.</summary>
    Default,

    /// <summary>The configuration file.</summary>
    File,

    /// <summary>A variable of the process' environment.</summary>
    Environment,

    /// <summary>An option of the command.</summary>
    CommandLine,
}
