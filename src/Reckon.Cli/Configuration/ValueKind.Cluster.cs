using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Reckon.Api.Hosting;
using Reckon.Storage;

namespace Reckon.Cli.Configuration;

/// <content>What the settings of a cluster may be set to.</content>
internal abstract partial record ValueKind
{
    /// <summary>A short name.</summary>
    public sealed record Name : ValueKind
    {
        private const int MaxLength = 63;

        /// <inheritdoc/>
        public override string Expected => string.Create(
            CultureInfo.InvariantCulture, $"a name of at most {MaxLength} letters, digits, '-', '_' and '.'");

        /// <inheritdoc/>
        public override object? Parse(string text) =>
            text.Length is > 0 and <= MaxLength && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_.".Contains(letter))
                ? text
                : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => $"Write such a name, as {Show(standard)}";
    }

    /// <summary>An address of a machine.</summary>
    public sealed record Address : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => "an IP address that other processes can reach";

        /// <inheritdoc/>
        public override object? Parse(string text) =>
            IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? text : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) =>
            $"Write an address of this machine, as {Show(standard)}; a name is not looked up";
    }

    /// <summary>How Redis is reached. Its password is never shown.</summary>
    public sealed record RedisConnection : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => "addresses of Redis and options, as StackExchange.Redis writes them";

        /// <inheritdoc/>
        public override object? Parse(string text) => RedisAddress.IsValid(text) ? text : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => "Write host:port, and options after commas, such as ssl=true";

        /// <inheritdoc/>
        public override string Show(object? value) => value is string text ? RedisAddress.WithoutSecrets(text) : base.Show(value);
    }

    /// <summary>Where a server listens.</summary>
    public sealed record WebAddress : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => "http://ADDRESS:PORT or https://ADDRESS:PORT";

        /// <inheritdoc/>
        public override object? Parse(string text) => ListenAddress.IsValid(text) ? text : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => $"Write such an address, as {Show(standard)}";
    }

    /// <summary>Where a server is.</summary>
    public sealed record ServerAddress : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => "http://HOST:PORT or https://HOST:PORT";

        /// <inheritdoc/>
        public override object? Parse(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
                ? text
                : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => $"Write such an address, as {Show(standard)}";
    }

    /// <summary>Numbers of devices, fewer than <paramref name="Most"/>.</summary>
    public sealed record DeviceNumbers(int Most) : ValueKind
    {
        /// <summary>What separates them.</summary>
        public const char Separator = ',';

        /// <inheritdoc/>
        public override string Expected =>
            string.Create(CultureInfo.InvariantCulture, $"numbers of devices from 0 to {Most - 1}, each once, separated by '{Separator}'");

        /// <summary>The numbers in <paramref name="text"/>, which is one that <see cref="Parse"/> accepted.</summary>
        public static ImmutableArray<int> Split(string text) =>
            [.. text.Split(Separator).Select(number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture))];

        /// <inheritdoc/>
        public override object? Parse(string text)
        {
            var numbers = text.Split(Separator);
            var areValid = numbers.All(number =>
                int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var device) && device < Most);
            return areValid && Split(text).Distinct().Count() == numbers.Length ? text : null;
        }

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => "Write the numbers, such as 0,1";
    }

    /// <summary>Yes or no.</summary>
    public sealed record Truth : ValueKind
    {
        /// <inheritdoc/>
        public override string Expected => "true or false";

        /// <inheritdoc/>
        public override object? Parse(string text) => bool.TryParse(text, out var value) ? value : null;

        /// <inheritdoc/>
        public override string Remedy(string text, object? standard) => "Write one of the two";

        /// <inheritdoc/>
        public override string Show(object? value) => value is true ? "true" : "false";
    }
}
