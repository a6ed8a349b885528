namespace Reckon.Grading.Answers;

/// <summary>An item of a list, and what separates it from the one before: a comma, a semicolon, "and" or "or"; null for the first.</summary>
internal readonly record struct ListItem(AnswerValue Value, string? Separator);
