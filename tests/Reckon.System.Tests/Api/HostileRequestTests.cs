using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Reckon.Api.Sweeps;

namespace Reckon.System.Tests.Api;

public sealed class HostileRequestTests(ApiFixture fixture) : IAsyncLifetime
{
    private ApiOnSilos _api = null!;

    public async ValueTask InitializeAsync() => _api = await fixture.ApiAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer wrong-secret-of-somebody", HttpStatusCode.Unauthorized)]
    [InlineData("Basic b2xnYTpzZWNyZXQ=", HttpStatusCode.Unauthorized)]
    [InlineData($"Bearer {ApiOnSilos.ViewerSecret}", HttpStatusCode.Forbidden)]
    public async Task Who_may_not_submit_is_told_so(string authorization, HttpStatusCode status)
    {
        await ApiOnSilos.RefusedAsync(status, _api.PostAsync("v1/sweeps", ApiOnSilos.Upload(), authorization));
    }

    [Fact]
    public async Task A_viewer_may_read()
    {
        using var answer = await _api.GetAsync("v1/sweeps", $"Bearer {ApiOnSilos.ViewerSecret}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"sweep\":1}")]
    [InlineData("{\"sweep\":\"x\",\"swep\":\"y\"}")]
    [InlineData("{\"sweep\":\"x\"")]
    [InlineData("{\"sweep\":\"x\",\"id\":\"../x\"}")]
    [InlineData("{\"sweep\":\"x\",\"priority\":99999}")]
    [InlineData("{\"sweep\":\"x\",\"priority\":-1}")]
    [InlineData("{\"sweep\":\"x\",\"keepHours\":-1}")]
    public async Task A_body_that_is_no_upload_is_refused(string body) =>
        await ApiOnSilos.RefusedAsync(HttpStatusCode.BadRequest, _api.PostAsync("v1/sweeps", body));

    [Theory, InlineData("..%2f..%2fetc"), InlineData("a%20b"), InlineData(".x")]
    public async Task An_id_that_cannot_be_one_is_refused(string id) =>
        await ApiOnSilos.RefusedAsync(HttpStatusCode.BadRequest, _api.GetAsync($"v1/sweeps/{id}"));

    [Theory, InlineData("results?cursor=x"), InlineData("results?cursor=1.-1"), InlineData("events?cursor=-1")]
    public async Task A_cursor_that_was_not_given_out_is_refused(string path)
    {
        var id = await _api.FinishAsync(Small());

        await ApiOnSilos.RefusedAsync(HttpStatusCode.BadRequest, _api.GetAsync($"v1/sweeps/{id}/{path}"));
    }

    [Fact]
    public async Task A_file_with_a_path_for_a_name_is_refused()
    {
        var upload = Small() with { Files = new Dictionary<string, string> { ["../test.jsonl"] = "{}" } };

        var text = await ApiOnSilos.RefusedAsync(HttpStatusCode.UnprocessableEntity, _api.PostAsync("v1/sweeps", upload));

        Assert.Contains("without a folder", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_nobody_serves_is_a_fault_that_says_what_is_served()
    {
        var upload = Small();

        var text = await ApiOnSilos.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            _api.PostAsync("v1/sweeps", upload with { Sweep = upload.Sweep.Replace("abacus-proposer", "gpt", StringComparison.Ordinal) }));

        Assert.Contains("abacus-proposer", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused() => await ApiOnSilos.RefusedAsync(
        HttpStatusCode.RequestEntityTooLarge, _api.PostAsync("v1/sweeps", new SweepUpload { Sweep = new string('x', 2 << 20) }));

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_large_one_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes($"{{\"sweep\":\"{new string('x', 64 << 20)}\"}}"), TestContext.Current.CancellationToken);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        await ApiOnSilos.RefusedAsync(
            HttpStatusCode.RequestEntityTooLarge,
            _api.SendAsync(HttpMethod.Post, "v1/sweeps", content: content));
    }

    [Fact]
    public async Task No_mutated_upload_is_answered_with_a_failure_of_the_server()
    {
        var random = new Random(5);
        var sound = Small().Sweep;
        for (var round = 0; round < Rounds; round++)
        {
            using var answer = await _api.PostAsync("v1/sweeps", Small() with { Id = "fuzz", Sweep = Mutated(sound, random) });
            Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    // Ten thousand with RECKON_FUZZ_ROUNDS=10000.
    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("RECKON_FUZZ_ROUNDS") ?? "300", CultureInfo.InvariantCulture);

    private static SweepUpload Small() => ApiOnSilos.Upload(problems: 1) with
    {
        Files = new Dictionary<string, string> { ["test.jsonl"] = """{"id":"p","problem":"1+1","answer":"2"}""" },
    };

    private static string Mutated(string text, Random random)
    {
        var letters = new StringBuilder(text);
        for (var change = random.Next(1, 8); change > 0; change--)
        {
            var place = random.Next(letters.Length);
            switch (random.Next(4))
            {
                case 0:
                    letters.Remove(place, Math.Min(random.Next(1, 10), letters.Length - place));
                    break;
                case 1:
                    letters.Insert(place, (char)random.Next(0x250));
                    break;
                case 2:
                    letters[place] = (char)random.Next(32, 127);
                    break;
                default:
                    letters.Insert(place, letters.ToString(place, Math.Min(random.Next(1, 40), letters.Length - place)));
                    break;
            }

            if (letters.Length == 0)
            {
                return "";
            }
        }

        return letters.ToString();
    }
}
