namespace Reckon.Inference.Tokens;

/// <summary>Writes a conversation as the text that a model was trained to read.</summary>
public interface IChatTemplate
{
    /// <summary>The text.</summary>
    /// <param name="messages">The turns, the first first.</param>
    /// <param name="addsGenerationPrompt">Whether the text ends where the model's own turn begins.</param>
    /// <exception cref="ChatTemplateException">The template refuses the conversation, or does not end.</exception>
    string Render(IReadOnlyList<ChatMessage> messages, bool addsGenerationPrompt);
}
