using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
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
    public async Task A_body_that_is_too_large_is_refused() => Assert.Contains(
        "api.maxBodyMegabytes",
        await ApiOnSilos.RefusedAsync(
            HttpStatusCode.RequestEntityTooLarge, _api.PostAsync("v1/sweeps", new SweepUpload { Sweep = new string('x', 2 << 20) })),
        StringComparison.Ordinal);

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

    [Theory, InlineData("text/html"), InlineData("text/event-stream"), InlineData("image/png")]
    public async Task A_refusal_is_a_problem_whatever_is_accepted(string accept)
    {
        await ApiOnSilos.RefusedAsync(HttpStatusCode.NotFound, _api.SendAsync(HttpMethod.Get, "v1/sweeps/none/watch", headers: ("Accept", accept)));
        await ApiOnSilos.RefusedAsync(HttpStatusCode.NotFound, _api.SendAsync(HttpMethod.Get, "v2/sweeps", headers: ("Accept", accept)));
        await ApiOnSilos.RefusedAsync(HttpStatusCode.Unauthorized, _api.SendAsync(HttpMethod.Get, "v1/sweeps", "", headers: ("Accept", accept)));
        await ApiOnSilos.RefusedAsync(HttpStatusCode.MethodNotAllowed, _api.SendAsync(HttpMethod.Patch, "v1/sweeps", headers: ("Accept", accept)));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "400")]
    [InlineData("\0\u0001\u0002\u00ff random bytes\r\n\r\n", "400")]
    [InlineData("GET /v1/sweeps/%00 HTTP/1.1\r\nHost: x\r\n\r\n", "400")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "404")]
    [InlineData("GET /v1/sweeps HTTP/9.9\r\nHost: x\r\n\r\n", "505")]
    public async Task What_is_hardly_a_request_is_refused_and_never_answered_with_a_page(string request, string status)
    {
        var answer = await RawAsync(_api.Url, request);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_does_not_come_ends_the_connection()
    {
        await using var hasty = await _api.BesideAsync(options => options.HeaderTimeout = TimeSpan.FromSeconds(1));

        Assert.StartsWith("HTTP/1.1 408 ", await RawAsync(hasty.Url, "GET /v1/sweeps HTTP/1.1\r\nHost: x\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_refused_with_a_problem()
    {
        var answer = await RawAsync(
            _api.Url,
            $"POST /v1/sweeps HTTP/1.1\r\nHost: x\r\nAuthorization: {ApiOnSilos.Operator}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{{");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_asks_too_fast_is_told_so_even_if_he_only_guesses()
    {
        await using var slow = await _api.BesideAsync(options => options.RequestsPerSecond = 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => slow.GetAsync("v1/sweeps", "Bearer guess")));

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.StatusCode).Distinct().Order());
        Assert.All(answers, answer => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType));
        answers.ToList().ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task Streams_are_counted_and_one_that_closes_makes_room()
    {
        await using var narrow = await _api.BesideAsync(options => options.MaxStreams = 2);
        var first = await narrow.GetAsync("v1/cluster/watch");
        using var second = await narrow.GetAsync("v1/cluster/watch");

        await ApiOnSilos.RefusedAsync(HttpStatusCode.ServiceUnavailable, narrow.GetAsync("v1/cluster/watch"));
        first.Dispose();
        await Wait.UntilAsync(async () =>
        {
            using var third = await narrow.GetAsync("v1/cluster/watch");
            return third.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task No_random_bytes_are_answered_with_a_failure_of_the_server()
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds / 3; round++)
        {
            var bytes = new byte[random.Next(1, 2_000)];
            random.NextBytes(bytes);
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (random.Next(2) == 0)
            {
                content.Headers.ContentEncoding.Add("gzip");
            }

            await ApiOnSilos.RefusedAsync(HttpStatusCode.BadRequest, _api.SendAsync(HttpMethod.Post, "v1/sweeps", content: content));
        }
    }

    [Fact]
    public async Task No_mutated_upload_is_answered_with_a_failure_of_the_server()
    {
        var random = new Random(Seed);
        var sound = Small().Sweep;
        for (var round = 0; round < Rounds; round++)
        {
            using var answer = await _api.PostAsync("v1/sweeps", Small() with { Id = "fuzz", Sweep = Mutated(sound, random) });
            Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    // Ten thousand with RECKON_FUZZ_ROUNDS=10000.
    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("RECKON_FUZZ_ROUNDS") ?? "300", CultureInfo.InvariantCulture);

    // Another one makes others.
    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("RECKON_FUZZ_SEED") ?? "5", CultureInfo.InvariantCulture);

    // What a server answers to bytes that are sent as they are, until it closes the connection or has answered.
    private static async Task<string> RawAsync(string url, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(url).Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        var answer = new StringBuilder();
        var buffer = new byte[4_096];
        while (!answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal)
            && await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
        {
            answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }

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
