using Reckon.Cli.Output;

namespace Reckon.Cli.Studying;

/// <summary>What is asked of results cannot be answered from them.</summary>
internal sealed class StudyException(string place, string reason, Exception? inner = null)
    : CommandException($"{place}: {reason}", Output.ExitCode.Usage, inner);
