using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Reckon.Inference.Onnx.Tests.Remote;

/// <summary>A server of JSON over HTTP on this machine, which can be told to fail.</summary>
internal abstract class JsonServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    protected JsonServer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The bodies of all requests, in the order in which they came.</summary>
    public ConcurrentQueue<JsonNode> Requests { get; } = [];

    /// <summary>The paths of all requests, likewise.</summary>
    public ConcurrentQueue<string> Paths { get; } = [];

    /// <summary>What to do instead of answering a request, by its number from 1; null to answer it.</summary>
    public Func<int, HttpListenerContext, bool>? Fault { get; set; }

    /// <summary>What to change in an answer.</summary>
    public Action<JsonObject>? Change { get; set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
        Close();
    }

    /// <summary>What a request is answered with.</summary>
    protected abstract JsonObject AnswerTo(string path, JsonNode body);

    /// <summary>Frees what answers.</summary>
    protected abstract void Close();

    private async Task ServeAsync()
    {
        var number = 0;
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var current = ++number;
            _ = Task.Run(() => Answer(current, context));
        }
    }

    private void Answer(int number, HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = JsonNode.Parse(reader.ReadToEnd())!;
            Paths.Enqueue(context.Request.Url!.AbsolutePath);
            Requests.Enqueue(body);
            if (Fault?.Invoke(number, context) == true)
            {
                return;
            }

            var answer = AnswerTo(context.Request.Url!.AbsolutePath, body);
            Change?.Invoke(answer);
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(answer.ToJsonString()));
            context.Response.Close();
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Whoever asked has gone.
        }
        catch (Exception fault)
        {
            context.Response.StatusCode = 400;
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes($"{fault}"));
            context.Response.Close();
        }
    }
}
