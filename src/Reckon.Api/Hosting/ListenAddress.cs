using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Api.Hosting;

/// <summary>Where the API listens.</summary>
public static class ListenAddress
{
    /// <summary>Whether <paramref name="text"/> says where to listen. Pure.</summary>
    public static bool IsValid(string text) => TryParse(text, out _, out _);

    /// <summary>Whether only this machine reaches <paramref name="text"/>, which is valid. Pure.</summary>
    public static bool IsLoopback(string text) => TryParse(text, out _, out var address) && IPAddress.IsLoopback(address);

    /// <summary>What is wrong with <paramref name="options"/> as a whole; null for nothing. Pure.</summary>
    /// <param name="options">The options.</param>
    public static (string Message, string Remedy)? Fault(ApiOptions options)
    {
        if (!TryParse(options.Url, out var url, out var address))
        {
            return ($"api.url: expected http://ADDRESS:PORT or https://ADDRESS:PORT, found {Quoted.Of(options.Url)}", "Write an IP address");
        }

        if (url.Scheme == Uri.UriSchemeHttps && options.Certificate is null)
        {
            return ("api.certificate: https needs a certificate", "Name a PEM file that holds certificate and key");
        }

        return (options.Tokens, options.Open, IPAddress.IsLoopback(address)) switch
        {
            (null, false, _) => (
                "api.tokens: nobody may call",
                "Name a file of tokens (--tokens FILE); on a loopback address --open true lets everybody do everything"),
            (_, true, false) => (
                $"api.open: {url.Host} is not a loopback address", "Name a file of tokens (--tokens FILE), or listen on 127.0.0.1"),
            _ => null,
        };
    }

    /// <summary>Has the server listen there.</summary>
    internal static void Apply(IWebHostBuilder host, ApiOptions options)
    {
        if (!TryParse(options.Url, out var url, out var address))
        {
            throw new ArgumentException($"{nameof(options)}: see {nameof(Fault)}.", nameof(options));
        }

        host.ConfigureKestrel(kestrel => kestrel.Listen(address, url.Port, endpoint => Secure(endpoint, url, options)));
    }

    private static void Secure(ListenOptions endpoint, Uri url, ApiOptions options)
    {
        if (url.Scheme == Uri.UriSchemeHttps)
        {
            endpoint.UseHttps(X509Certificate2.CreateFromPemFile(options.Certificate!));
        }
    }

    private static bool TryParse(string text, out Uri url, out IPAddress address)
    {
        address = IPAddress.None;
        if (!Uri.TryCreate(text, UriKind.Absolute, out url!) || url.AbsolutePath != "/"
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return false;
        }

        var isName = url.Host == "localhost";
        return IPAddress.TryParse(isName ? "127.0.0.1" : url.Host.Trim('[', ']'), out address!);
    }
}
