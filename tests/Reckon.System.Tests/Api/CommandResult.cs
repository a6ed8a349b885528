namespace Reckon.System.Tests.Api;

/// <summary>What a command did.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);
