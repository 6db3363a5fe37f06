using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LiveWorkflows.AspNetCore.Tests;

/// <summary>Sends and reads JSON as text, so that tests show what is on the wire.</summary>
internal static class JsonClient
{
    public static async Task<(HttpStatusCode Status, JsonElement Body)> GetJsonAsync(this WebHost host, string path)
    {
        using var response = await host.Client.GetAsync(path);
        return (response.StatusCode, await ReadAsync(response));
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> PostJsonAsync(this WebHost host, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await host.Client.PostAsync(path, content);
        return (response.StatusCode, await ReadAsync(response));
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
