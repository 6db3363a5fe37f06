using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Net.Http;
using System.Net.Sockets;
using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using LiveWorkflows.Records;
using Microsoft.Extensions.Options;

namespace LiveWorkflows.Errors;

/// <summary>The errors that every program meets. Codes are stable; <c>docs/errors.md</c> lists them.</summary>
internal static class BuiltInErrors
{
    private static readonly RecoverySuggestion Retry = new("retry", "Try again.");
    private static readonly RecoverySuggestion RetryLater = new("retry_later", "Try again in a few minutes.");
    private static readonly RecoverySuggestion CheckInput = new("check_input", "Check what was given and try again.");
    private static readonly RecoverySuggestion AskOperator = new("contact_operator", "Tell the operator of this program; the code says where to look.");
    private static readonly RecoverySuggestion FreeSpace = new("free_space", "Free some space on the disk, then try again.");
    private static readonly RecoverySuggestion CheckSettings = new("check_settings", "Check the program's settings and its installation.");

    // Above the errors below, which are made from it as they stand here.
    private static readonly Dictionary<string, WorkflowError> Known = new(StringComparer.Ordinal);

    public static WorkflowError Abandoned { get; } = Add(
        "abandoned", "The work was abandoned", "The program stopped working on this without saying how it ended.", ErrorCategory.Abandoned, true, Retry);

    public static WorkflowError Timeout { get; } = Add(
        "timeout", "It took too long", "The operation did not finish in the time that is allowed.", ErrorCategory.Timeout, true, Retry);

    public static WorkflowError Network { get; } = Add(
        "network", "A connection failed", "Another program could not be reached over the network.", ErrorCategory.Network, true, Retry, RetryLater);

    public static WorkflowError HostNotFound { get; } = Add(
        "host_not_found", "A host was not found", "The name of another computer could not be resolved.", ErrorCategory.Network, true, RetryLater, CheckSettings);

    public static WorkflowError ConnectionRefused { get; } = Add(
        "connection_refused", "A connection was refused", "A service that is needed does not listen at present.", ErrorCategory.Network, true, RetryLater, CheckSettings);

    public static WorkflowError SecureConnection { get; } = Add(
        "secure_connection", "No secure connection", "The certificate or the protocol of another computer was not accepted.", ErrorCategory.Configuration, false, CheckSettings, AskOperator);

    public static WorkflowError AccessDenied { get; } = Add(
        "access_denied", "Access was denied", "The program may not use something that it needs.", ErrorCategory.Permission, false, AskOperator);

    public static WorkflowError RateLimited { get; } = Add(
        "rate_limited", "Too many requests", "A service that is needed takes no more requests at present.", ErrorCategory.RateLimit, true, RetryLater);

    public static WorkflowError ServiceUnavailable { get; } = Add(
        "service_unavailable", "A service is not available", "A service that is needed failed.", ErrorCategory.Unavailable, true, Retry, RetryLater);

    public static WorkflowError ServiceRefused { get; } = Add(
        "service_refused", "A service refused", "A service that is needed refused the request.", ErrorCategory.Internal, false, AskOperator);

    public static WorkflowError ServiceConflict { get; } = Add(
        "service_conflict", "A service was in conflict", "A service that is needed was busy with the same thing.", ErrorCategory.Unavailable, true, Retry);

    public static WorkflowError ServiceNotFound { get; } = Add(
        "service_not_found", "Something is missing at a service", "A service does not have what was asked for.", ErrorCategory.Configuration, false, CheckSettings, AskOperator);

    public static WorkflowError TooLarge { get; } = Add(
        "too_large", "It is too large", "What was given is larger than a service takes.", ErrorCategory.Input, false, CheckInput);

    public static WorkflowError NotFound { get; } = Add(
        "not_found", "Something is missing", "A file that is needed is not there.", ErrorCategory.Input, false, CheckInput);

    public static WorkflowError DiskFull { get; } = Add(
        "disk_full", "The disk is full", "There is no room left to write to.", ErrorCategory.Resource, true, FreeSpace);

    public static WorkflowError FileInUse { get; } = Add(
        "file_in_use", "A file is in use", "Another program holds a file that is needed.", ErrorCategory.Resource, true, Retry);

    public static WorkflowError Io { get; } = Add(
        "io", "Reading or writing failed", "A file or device could not be read or written.", ErrorCategory.Resource, true, Retry, AskOperator);

    public static WorkflowError OutOfMemory { get; } = Add(
        "out_of_memory", "Memory ran out", "There was not enough memory for this.", ErrorCategory.Resource, true, RetryLater);

    public static WorkflowError StorageUnavailable { get; } = Add(
        "storage_unavailable", "Nothing can be stored at present", "The storage is full, locked or out of reach.", ErrorCategory.Unavailable, true, RetryLater);

    public static WorkflowError QueueFull { get; } = Add(
        "queue_full", "Too much is waiting", "As many jobs wait as may wait.", ErrorCategory.Unavailable, true, RetryLater);

    private static WorkflowError Cancelled { get; } = Add(
        "cancelled", "It was stopped", "The operation was stopped before it finished.", ErrorCategory.Cancelled, false, Retry);

    private static WorkflowError DatabaseUnavailable { get; } = Add(
        "database_unavailable", "The database is not available", "The database could not answer at present.", ErrorCategory.Unavailable, true, Retry, RetryLater);

    private static WorkflowError Database { get; } = Add(
        "database", "The database refused", "The database did not do what was asked of it.", ErrorCategory.Internal, false, AskOperator);

    private static WorkflowError Malformed { get; } = Add(
        "malformed", "Something is malformed", "What was given does not have the form it must have.", ErrorCategory.Input, false, CheckInput);

    private static WorkflowError InvalidArgument { get; } = Add(
        "invalid_argument", "Something is not valid", "A value that was given cannot be used.", ErrorCategory.Input, false, CheckInput);

    private static WorkflowError Configuration { get; } = Add(
        "configuration", "The settings are wrong", "A setting of the program cannot be used.", ErrorCategory.Configuration, false, CheckSettings);

    private static WorkflowError Installation { get; } = Add(
        "installation", "Something is not installed", "A part of the program, or a program that it needs, is missing or does not fit.", ErrorCategory.Configuration, false, CheckSettings);

    private static WorkflowError Cryptography { get; } = Add(
        "cryptography", "A key or signature does not fit", "Something could not be encrypted, decrypted or verified.", ErrorCategory.Configuration, false, CheckSettings, AskOperator);

    private static WorkflowError NotSupported { get; } = Add(
        "not_supported", "This is not supported", "The program cannot do what was asked of it.", ErrorCategory.Internal, false, AskOperator);

    private static WorkflowError Internal { get; } = Add(
        "internal", "Something went wrong", "The program met an error that it does not know.", ErrorCategory.Internal, false, Retry, AskOperator);

    private static WorkflowError ReportedError { get; } = Add(
        "reported", "An error was reported", "The program reported an error.", ErrorCategory.Internal, false, AskOperator);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyDictionary<string, WorkflowError> ByCode => Known;

    public static WorkflowError Reported(string message) => ReportedError with { Message = message };

    /// <summary>The error of an exception by its type; derived types stand before those they derive from.</summary>
    public static WorkflowError Describe(Exception exception) => exception switch
    {
        TimeoutException or TaskCanceledException { InnerException: TimeoutException } => Timeout,
        OperationCanceledException => Cancelled,
        HttpRequestException http => HttpErrors.Describe(http),
        SocketException socket => SocketErrors.Describe(socket),
        AuthenticationException => SecureConnection,
        UnauthorizedAccessException or SecurityException => AccessDenied,
        IOException io => IoErrors.Describe(io),
        OutOfMemoryException => OutOfMemory,
        JobQueueFullException => QueueFull,
        EventLogUnavailableException or JobQueueUnavailableException or ArtifactStoreUnavailableException or RecordStoreUnavailableException => StorageUnavailable,
        DbException database => database.IsTransient ? DatabaseUnavailable : Database,
        OptionsValidationException => Configuration,
        BadImageFormatException or DllNotFoundException or EntryPointNotFoundException or TypeLoadException or Win32Exception => Installation,
        CryptographicException => Cryptography,
        JsonException or FormatException or XmlException or InvalidDataException => Malformed,
        ArgumentException or ValidationException => InvalidArgument,
        NotSupportedException => NotSupported,
        _ => Internal,
    };

    private static WorkflowError Add(string code, string title, string message, ErrorCategory category, bool retryable, params RecoverySuggestion[] suggestions) =>
        Known[code] = new WorkflowError
        {
            Code = code, Title = title, Message = message, Category = category, Retryable = retryable, RecoverySuggestions = suggestions,
        };
}
