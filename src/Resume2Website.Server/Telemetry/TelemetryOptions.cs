namespace Resume2Website.Server.Telemetry;

/// <summary>The settings under <c>Resume2Website:Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    private const string Section = "Resume2Website:Telemetry";

    /// <summary>
    /// Where traces and metrics are sent, as the base address of an OTLP/HTTP receiver (<c>http://localhost:4318</c>); none are when empty.
    /// The standard variables (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>…_PROTOCOL</c>, <c>…_HEADERS</c>) work too.
    /// </summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>What is wrong with the settings, each sentence naming its key.</summary>
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrEmpty(OtlpEndpoint) && (!Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
            yield return $"{Section}:{nameof(OtlpEndpoint)} must be an address such as http://localhost:4318.";
    }
}
