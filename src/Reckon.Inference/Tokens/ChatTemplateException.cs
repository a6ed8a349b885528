namespace Reckon.Inference.Tokens;

/// <summary>A chat template cannot be parsed, refuses a conversation, or does not end.</summary>
public sealed class ChatTemplateException(string message, Exception? cause = null) : Exception(message, cause);
