using System.Text.Json;
using System.Text.RegularExpressions;

namespace Resume2Website.Server.Tests.Telemetry;

public sealed partial class ApiDocumentTests(RunningServer server)
{
    [Fact]
    public async Task EverySuccess_ThatHasABody_HasASchema()
    {
        using var document = await DocumentAsync();
        var problems = new List<string>();
        var operations = 0;
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(member => member.Value.TryGetProperty("responses", out _)))
            {
                operations++;
                var successes = operation.Value.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '2').ToList();
                if (successes.Count == 0) problems.Add($"{operation.Name} {path.Name} names no success");
                problems.AddRange(successes.Where(response => response.Name != "204" && !HasSchemas(response.Value, document.RootElement))
                    .Select(response => $"{operation.Name} {path.Name} {response.Name}"));
            }
        }

        problems.Should().BeEmpty();
        operations.Should().BeGreaterThan(25);
    }

    [Fact]
    public async Task EveryProperty_IsNamedAsOnTheWire()
    {
        using var document = await DocumentAsync();

        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();

        var names = schemas.Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Select(property => property.Name)).ToList();
        names.Should().Contain("job_id").And.Contain("last_client_seq").And.Contain("max_upload_bytes").And.OnlyContain(name => WireName().IsMatch(name));
        var status = schemas.Single(schema => schema.Name == "WorkflowStatus").Value;
        status.GetProperty("enum").EnumerateArray().Select(value => value.GetString()).Should().Contain("completed").And.Contain("abandoned");
    }

    [Fact]
    public async Task Export_DeclaresEveryFormat()
    {
        using var document = await DocumentAsync();
        document.RootElement.GetProperty("paths").GetProperty("/api/v1/workflows/{workflowId}/logs").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content")
            .EnumerateObject().Select(content => content.Name).Should().BeEquivalentTo("application/json", "application/x-ndjson", "text/csv", "text/plain");
    }

    private async Task<JsonDocument> DocumentAsync()
    {
        using var visitor = server.NewVisitor();
        return JsonDocument.Parse(await visitor.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
    }

    private static bool HasSchemas(JsonElement response, JsonElement document) =>
        response.TryGetProperty("content", out var contents) && contents.EnumerateObject().Any()
        && contents.EnumerateObject().All(content => content.Value.TryGetProperty("schema", out var schema) && Resolved(schema, document).EnumerateObject().Any());

    private static JsonElement Resolved(JsonElement schema, JsonElement document)
    {
        if (!schema.TryGetProperty("$ref", out var reference)) return schema;
        return document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex WireName();
}
