namespace Reckon.Cli.Configuration;

/// <summary>What may set a value, in order of precedence: the later one wins.</summary>
internal enum SettingSource
{
    /// <summary>The program itself.</summary>
    Default,

    /// <summary>The configuration file.</summary>
    File,

    /// <summary>A variable of the process's environment.</summary>
    Environment,

    /// <summary>An option of the command.</summary>
    CommandLine,
}
