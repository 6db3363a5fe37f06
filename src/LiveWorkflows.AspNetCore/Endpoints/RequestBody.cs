using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>Reads JSON bodies of bounded size.</summary>
internal static class RequestBody
{
    private const int MaxBytes = 1 << 20;

    /// <summary>The body, or the answer that says what is wrong with it.</summary>
    /// <remarks>Only JSON is read: a form on somebody's page could send text here without the browser asking first, but not this type.</remarks>
    public static async ValueTask<(T? Body, WorkflowProblem? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type) where T : class
    {
        if (!request.HasJsonContentType()) return (null, UnsupportedType);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBytes;
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (!IsReadable(json.RootElement)) return (null, Refusal.Invalid("malformed_json", "The body holds half of a character (a lone surrogate)."));
            return json.Deserialize(type) is { } body ? (body, null) : (null, Refusal.Invalid("malformed_json", "The body is not what it must be."));
        }
        catch (JsonException)
        {
            return (null, Refusal.Invalid("malformed_json", "The body is not valid JSON of the form that is expected."));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge);
        }
    }

    /// <summary>Whether every text can be read: an escaped half of a surrogate pair passes the parser, and throws wherever it is looked at.</summary>
    private static bool IsReadable(JsonElement element)
    {
        try
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String: return element.GetString() is not null;
                case JsonValueKind.Array: return element.EnumerateArray().All(IsReadable);
                case JsonValueKind.Object: return element.EnumerateObject().All(property => property.Name is not null && IsReadable(property.Value));
                default: return true;
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static WorkflowProblem UnsupportedType { get; } = new(StatusCodes.Status415UnsupportedMediaType, new WorkflowError
    {
        Code = "json_expected",
        Title = "JSON is expected",
        Message = "The body must be JSON and say so.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("set_content_type", "Send the header Content-Type: application/json.")],
    });

    private static WorkflowProblem TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, new WorkflowError
    {
        Code = "body_too_large",
        Title = "The body is too large",
        Message = "The body may have at most 1 MiB.",
        Category = ErrorCategory.Input,
        RecoverySuggestions = [new RecoverySuggestion("split", "Send it in several requests.")],
    });
}
