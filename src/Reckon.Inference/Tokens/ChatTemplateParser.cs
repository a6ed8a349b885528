namespace Reckon.Inference.Tokens;

/// <summary>Parses a chat template.</summary>
/// <param name="template">The template.</param>
/// <param name="begin">The text of the model's begin mark; empty for none.</param>
/// <param name="end">The text of its end mark; empty for none.</param>
/// <exception cref="ChatTemplateException">It cannot be parsed.</exception>
public delegate IChatTemplate ChatTemplateParser(string template, string begin, string end);
