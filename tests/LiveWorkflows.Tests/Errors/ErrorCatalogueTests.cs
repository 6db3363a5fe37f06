using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using System.Text.Json;
using CsCheck;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Tests.Errors;

public sealed class ErrorCatalogueTests
{
    public static TheoryData<Exception, string, bool> Usual => new()
    {
        { new TimeoutException(), "timeout", true },
        { new TaskCanceledException("", new TimeoutException()), "timeout", true },
        { new OperationCanceledException(), "cancelled", false },
        { new HttpRequestException(HttpRequestError.NameResolutionError), "host_not_found", true },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), "secure_connection", false },
        { new HttpRequestException(HttpRequestError.ConnectionError, "", new SocketException((int)SocketError.ConnectionRefused)), "connection_refused", true },
        { new HttpRequestException("", null, HttpStatusCode.TooManyRequests), "rate_limited", true },
        { new HttpRequestException("", null, HttpStatusCode.GatewayTimeout), "timeout", true },
        { new HttpRequestException("", null, HttpStatusCode.Forbidden), "access_denied", false },
        { new HttpRequestException("", null, HttpStatusCode.NotFound), "service_not_found", false },
        { new HttpRequestException("", null, HttpStatusCode.Conflict), "service_conflict", true },
        { new HttpRequestException("", null, HttpStatusCode.NotImplemented), "service_refused", false },
        { new HttpRequestException("", null, HttpStatusCode.BadGateway), "service_unavailable", true },
        { new HttpRequestException("", null, HttpStatusCode.BadRequest), "service_refused", false },
        { new HttpRequestException(), "network", true },
        { new HttpIOException(HttpRequestError.ResponseEnded), "network", true },
        { new SocketException((int)SocketError.HostNotFound), "host_not_found", true },
        { new SocketException((int)SocketError.ConnectionReset), "network", true },
        { new AuthenticationException(), "secure_connection", false },
        { new UnauthorizedAccessException(), "access_denied", false },
        { new FileNotFoundException(), "not_found", false },
        { new EndOfStreamException(), "malformed", false },
        { new IOException("", 28), "disk_full", true },
        { new IOException("", unchecked((int)0x80070070)), "disk_full", true },
        { new IOException("", unchecked((int)0x80070020)), "file_in_use", true },
        { new IOException(), "io", true },
        { new InsufficientMemoryException(), "out_of_memory", true },
        { new EventLogUnavailableException(), "storage_unavailable", true },
        { new JobQueueFullException(), "queue_full", true },
        { new JsonException(), "malformed", false },
        { new InvalidDataException(), "malformed", false },
        { new ValidationException(), "invalid_argument", false },
        { new ArgumentOutOfRangeException(), "invalid_argument", false },
        { new OptionsValidationException("", typeof(string), []), "configuration", false },
        { new DllNotFoundException(), "installation", false },
        { new NotSupportedException(), "not_supported", false },
        { new InvalidOperationException(), "internal", false },
        { new AggregateException(new OperationCanceledException(), new IOException()), "io", true },
        { new TargetInvocationException(new TimeoutException()), "timeout", true },
    };

    [Theory]
    [MemberData(nameof(Usual))]
    public void Describe_UsualFailures_HaveStableCodesAndAdvice(Exception exception, string code, bool retryable)
    {
        var error = new ErrorCatalogue().Describe(exception);
        error.Code.Should().Be(code);
        error.Retryable.Should().Be(retryable);
        error.RecoverySuggestions.Should().NotBeEmpty();
        error.Exception.Should().NotBeNull();
    }

    [Fact]
    public void Describe_AnyText_NeverShowsTheExceptionsOwn() => Gen.String[1, 30].Where(text => text.Trim().Length > 8).Sample(text =>
    {
        foreach (var exception in (Exception[])[new IOException(text), new TimeoutException(text), new InvalidOperationException(text), new HttpRequestException(text)])
        {
            var error = new ErrorCatalogue().Describe(exception);
            (error.Message + error.Title + error.Code).Should().NotContain(text);
        }
    }, iter: 200);

    [Fact]
    public void Map_OwnException_TheMostDerivedMappingDecidesAndNullFallsThrough()
    {
        var catalogue = new ErrorCatalogue()
            .Map<IOException>(Own("any_io"))
            .Map<FileNotFoundException>(exception => exception.FileName == "known" ? Own("known_file") : null);

        catalogue.Describe(new FileNotFoundException("", "known")).Code.Should().Be("known_file");
        catalogue.Describe(new FileNotFoundException("", "other")).Code.Should().Be("any_io");
        catalogue.Describe(new EndOfStreamException()).Code.Should().Be("any_io");
        catalogue.Describe(new TimeoutException()).Code.Should().Be("timeout");
    }

    [Fact]
    public void Describe_MappingThrows_TheBuiltInOneAnswers() =>
        new ErrorCatalogue().Map<IOException>(_ => throw new InvalidOperationException()).Describe(new IOException()).Code.Should().Be("io");

    [Fact]
    public async Task AddErrorMappings_InAProgram_ReachesItsWorkflows()
    {
        await using var services = new ServiceCollection().AddLogging().AddLiveWorkflowsInMemory().AddLiveWorkflows()
            .AddErrorMappings(errors => errors.Map<FormatException>(Own("bad_invoice"))).BuildServiceProvider();
        var tracker = services.GetRequiredService<WorkflowTracker>();
        var workflow = tracker.Start("import");
        workflow.ReportError("no luck", new FormatException());

        workflow.GetSummary().Errors.Should().ContainSingle().Which.Code.Should().Be("bad_invoice");
        await workflow.DisposeAsync();
    }

    private static WorkflowError Own(string code) => new() { Code = code, Title = "Own", Message = "Own.", Category = ErrorCategory.Input };
}
