using Reckon.Inference.Folders;
using Reckon.Inference.Remote;
using Reckon.Search;

namespace Reckon.Inference.Tests.Remote;

public sealed class CompletionFormTests
{
    private static readonly CompletionCall _call = new(
        [1, 2], 9, ulong.MaxValue - 1, new Sampling(0.8, 9, 9, TopK: 5, TopP: 0.9, MinP: 0.1, RepetitionPenalty: 1.1, PresencePenalty: 0.2, FrequencyPenalty: 0.3), ["\n\n"]);

    private const string Sampled = "\"temperature\":0.8,\"top_p\":0.9,\"top_k\":5,\"min_p\":0.1,"
        + "\"repetition_penalty\":1.1,\"presence_penalty\":0.2,\"frequency_penalty\":0.3,\"stop\":[\"\\n\\n\"]";

    private const string Asked = "\"model\":\"m\",\"prompt\":[1,2],\"max_tokens\":9,\"n\":1,\"seed\":-2,"
        + "\"logprobs\":0,\"return_token_ids\":true,\"stream\":false";

    [Theory]
    [InlineData(RemoteKind.Vllm, $$"""{{{Sampled}},{{Asked}},"include_stop_str_in_output":true,"add_special_tokens":false}""")]
    [InlineData(RemoteKind.Sglang, $$"""{{{Sampled}},{{Asked}},"no_stop_trim":true}""")]
    [InlineData(RemoteKind.LlamaServer,
        """{"temperature":0.8,"top_p":0.9,"top_k":5,"min_p":0.1,"repeat_penalty":1.1,"presence_penalty":0.2,"frequency_penalty":0.3,"stop":["\n\n"],"prompt":[1,2],"n_predict":9,"seed":4294967294,"return_tokens":true,"cache_prompt":true,"stream":false}""")]
    public void Says_everything_in_the_form_of_each_server(RemoteKind kind, string expected) => Assert.Equal(
        expected, CompletionForm.Write(new RemoteEndpoint(new Uri("http://x/"), kind, "m"), _call).ToJsonString());

    [Theory]
    [InlineData(RemoteKind.Vllm, """{"choices":[{"token_ids":[5,6],"finish_reason":"stop"}],"usage":{"completion_tokens":2}}""", "5 6", true)]
    [InlineData(RemoteKind.Vllm, """{"choices":[{"token_ids":[5],"finish_reason":"length"}]}""", "5", false)]
    [InlineData(RemoteKind.LlamaServer, """{"tokens":[5],"stop_type":"eos"}""", "5", true)]
    [InlineData(RemoteKind.LlamaServer, """{"tokens":[5],"stop_type":"limit"}""", "5", false)]
    public void Reads_what_a_server_wrote(RemoteKind kind, string body, string ids, bool isEnded)
    {
        var completion = CompletionForm.Read(kind, body);

        Assert.Equal((ids, isEnded), (string.Join(' ', completion.Tokens), completion.IsEnded));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"token_ids":["a"],"finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"token_ids":[null],"finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"token_ids":[1],"finish_reason":"abort"}]}""")]
    [InlineData("""{"choices":[{"token_ids":[1],"finish_reason":"stop","logprobs":{"token_logprobs":[null]}}]}""")]
    [InlineData("""{"choices":[{"token_ids":[1],"finish_reason":"stop","logprobs":{"token_logprobs":[-1e400]}}]}""")]
    [InlineData("""{"choices":[{"token_ids":[1],"finish_reason":"stop","logprobs":{"token_logprobs":[3]}}]}""")]
    [InlineData("""{"choices":[{"token_ids":[1],"finish_reason":7}]}""")]
    [InlineData("""{"choices":[{"token_ids":[1],"finish_reason":"stop"}],"usage":{"completion_tokens":2}}""")]
    public void Refuses_answers_of_another_form(string body) =>
        Assert.Throws<RemoteAnswerException>(() => CompletionForm.Read(RemoteKind.Vllm, body));
}
