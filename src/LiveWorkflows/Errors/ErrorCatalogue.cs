using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;

namespace LiveWorkflows.Errors;

/// <summary>The built-in error catalogue: the usual .NET and HTTP failures. Describe your own by <see cref="WorkflowException"/> or a catalogue of your own.</summary>
public sealed class ErrorCatalogue : IErrorCatalogue
{
    private static readonly RecoverySuggestion Retry = new("retry", "Try again.");
    private static readonly RecoverySuggestion RetryLater = new("retry_later", "Try again in a few minutes.");
    private static readonly RecoverySuggestion CheckInput = new("check_input", "Check what was given and try again.");
    private static readonly RecoverySuggestion AskOperator = new("contact_operator", "Tell the operator of this program; the code says where to look.");

    internal static WorkflowError Abandoned { get; } = Make(
        "abandoned", "The work was abandoned", "The program stopped working on this without saying how it ended.", ErrorCategory.Abandoned, true, Retry);

    /// <inheritdoc/>
    public WorkflowError Describe(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception is WorkflowException known) return known.Error with { Exception = exception };
        if (exception is AggregateException { InnerExceptions: [var only] }) return Describe(only);
        return Classify(exception) with { Exception = exception };
    }

    internal static WorkflowError Unknown(string message) =>
        Make("reported", "An error was reported", message, ErrorCategory.Internal, false, AskOperator);

    private static WorkflowError Classify(Exception exception) => exception switch
    {
        TimeoutException => Make("timeout", "It took too long", "The operation did not finish in the time that is allowed.", ErrorCategory.Timeout, true, Retry),
        TaskCanceledException { InnerException: TimeoutException } => Make("timeout", "It took too long", "The operation did not finish in the time that is allowed.", ErrorCategory.Timeout, true, Retry),
        OperationCanceledException => Make("cancelled", "It was stopped", "The operation was stopped before it finished.", ErrorCategory.Cancelled, false, Retry),
        HttpRequestException http => DescribeHttp(http),
        SocketException => Make("network", "A connection failed", "Another program could not be reached over the network.", ErrorCategory.Network, true, Retry, RetryLater),
        UnauthorizedAccessException => Make("access_denied", "Access was denied", "The program may not use something that it needs.", ErrorCategory.Permission, false, AskOperator),
        FileNotFoundException or DirectoryNotFoundException => Make("not_found", "Something is missing", "A file that is needed is not there.", ErrorCategory.Input, false, CheckInput),
        OutOfMemoryException => Make("out_of_memory", "Memory ran out", "There was not enough memory for this.", ErrorCategory.Resource, true, RetryLater),
        IOException => Make("io", "Reading or writing failed", "A file or device could not be read or written.", ErrorCategory.Resource, true, Retry, AskOperator),
        JsonException or FormatException => Make("malformed", "Something is malformed", "What was given does not have the form it must have.", ErrorCategory.Input, false, CheckInput),
        ArgumentException => Make("invalid_argument", "Something is not valid", "A value that was given cannot be used.", ErrorCategory.Input, false, CheckInput),
        _ => Make("internal", "Something went wrong", "The program met an error that it does not know.", ErrorCategory.Internal, false, Retry, AskOperator),
    };

    private static WorkflowError DescribeHttp(HttpRequestException exception) => exception.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => Make("rate_limited", "Too many requests", "A service that is needed takes no more requests at present.", ErrorCategory.RateLimit, true, RetryLater),
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => Make("timeout", "It took too long", "A service that is needed did not answer in time.", ErrorCategory.Timeout, true, Retry),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Make("access_denied", "Access was denied", "A service that is needed did not accept this program.", ErrorCategory.Permission, false, AskOperator),
        >= HttpStatusCode.InternalServerError => Make("service_unavailable", "A service is not available", "A service that is needed failed.", ErrorCategory.Unavailable, true, Retry, RetryLater),
        null => Make("network", "A connection failed", "A service that is needed could not be reached.", ErrorCategory.Network, true, Retry, RetryLater),
        _ => Make("service_refused", "A service refused", "A service that is needed refused the request.", ErrorCategory.Internal, false, AskOperator),
    };

    private static WorkflowError Make(
        string code, string title, string message, ErrorCategory category, bool retryable, params RecoverySuggestion[] suggestions) => new()
        {
            Code = code, Title = title, Message = message, Category = category, Retryable = retryable, RecoverySuggestions = suggestions,
        };
}
