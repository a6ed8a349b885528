namespace Reckon.Grading.Tests;

/// <summary>A line of the table of cases.</summary>
public sealed record GradingCase(string Solution, string Reference, string? Answer, string? Key, bool Correct, string Status);
