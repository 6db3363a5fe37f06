using System.Globalization;
using System.Text.RegularExpressions;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Errors;
using LiveWorkflows.Records;
using Resume2Website.Documents;
using Resume2Website.Sites;

namespace Resume2Website.Stages;

/// <summary>What can go wrong in the stages beside the document itself (<see cref="DocumentErrors"/>).</summary>
public static class StageErrors
{
    private static readonly RecoverySuggestion UploadAgain = new("upload_again", "Upload the CV again.");
    private static readonly RecoverySuggestion RetryLater = new("retry_later", "Try again in a few minutes.");
    private static readonly RecoverySuggestion AskOperator = new("contact_operator", "Tell the operator of this program; the code says where to look.");

    /// <summary>The job or its files have been deleted.</summary>
    public static WorkflowError JobGone { get; } = Make(
        "job_gone", "The CV is no longer there", "The uploaded file has been deleted, by its owner or because its time was over.", ErrorCategory.Input, UploadAgain);

    /// <summary>The template or accent that is wanted does not exist.</summary>
    public static WorkflowError DesignUnknown { get; } = Make(
        "design_unknown", "There is no such design", "The template or accent that was asked for does not exist.", ErrorCategory.Input,
        new RecoverySuggestion("choose_design", "Choose one of the templates and accents that are listed."));

    /// <summary>A finished site broke a rule that no site may break.</summary>
    public static WorkflowError GateFailed { get; } = Make(
        "gate_failed", "The site did not pass its checks", "The site was built, but it broke a rule that every site must keep, so it is not shown.", ErrorCategory.Internal,
        new RecoverySuggestion("choose_design", "Try another template."), AskOperator);

    /// <summary>The same, naming the rules.</summary>
    internal static WorkflowError GateFailedBy(IEnumerable<SiteFinding> findings) =>
        GateFailed with { Message = $"{GateFailed.Message} {string.Join(' ', findings.Select(finding => $"{finding.Gate} ({finding.Path}): {finding.Message}").Distinct())}" };

    /// <summary>A résumé in JSON is not valid.</summary>
    public static WorkflowError ResumeMalformed { get; } = Make(
        "resume_malformed", "This is no JSON Resume", "The file is JSON, but it does not have the form of a JSON Resume.", ErrorCategory.Input,
        new RecoverySuggestion("check_schema", "Check the file against the schema on jsonresume.org, or upload the CV as a document."));

    /// <summary>A résumé in JSON holds more text than may be.</summary>
    public static WorkflowError ResumeTooLarge { get; } = Make(
        "resume_too_large", "There is too much text in the résumé", "The résumé holds more text than may be in one.", ErrorCategory.Input,
        new RecoverySuggestion("shorten", "Shorten it there, or leave out what a reader of your website can do without."));

    /// <summary>A file that is to be JSON breaks its rules.</summary>
    public static WorkflowError JsonInvalid { get; } = Make(
        "json_invalid", "The file is not valid JSON", "The file is called JSON, but it breaks the rules of JSON.", ErrorCategory.Input,
        new RecoverySuggestion("check_json", "Look at that place in an editor that knows JSON: a comma, a quotation mark or a bracket is often missing there."));

    /// <summary>The same, with the place.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The byte within it, from 1.</param>
    internal static WorkflowError JsonInvalidAt(long line, long column) =>
        JsonInvalid with { Message = string.Create(CultureInfo.InvariantCulture, $"The file is called JSON, but it breaks the rules of JSON in line {line}, at character {column}.") };

    /// <summary>A résumé in JSON is not valid at a place.</summary>
    /// <param name="place">The field; null when it cannot be told.</param>
    internal static WorkflowError ResumeMalformedAt(string? place) => place is null ? ResumeMalformed
        : ResumeMalformed with { Message = $"The file is JSON, but at {place} it does not have the form of a JSON Resume: the value there is of another kind." };

    private static WorkflowError StorageUnavailable { get; } = Make(
        "storage_unavailable", "Nothing can be stored at present", "The place where results are kept is full or out of reach.", ErrorCategory.Unavailable, RetryLater, AskOperator)
        with
    { Retryable = true };

    internal static WorkflowException Gone() => new(JobGone);

    /// <summary>The exception as it is reported: with a code, a sentence and advice where they are known.</summary>
    internal static Exception Translate(Exception exception) => exception switch
    {
        // One kept searching, or one of several that work at the same time did.
        RegexMatchTimeoutException or AggregateException { InnerException: RegexMatchTimeoutException } => new WorkflowException(DocumentErrors.Describe("too_complex"), exception),
        DocumentException document => new WorkflowException(document.Error, document),
        ArtifactStoreUnavailableException or RecordStoreUnavailableException => new WorkflowException(StorageUnavailable, exception),
        _ => exception,
    };

    private static WorkflowError Make(string code, string title, string message, ErrorCategory category, params RecoverySuggestion[] suggestions) => new()
    {
        Code = code,
        Title = title,
        Message = message,
        Category = category,
        RecoverySuggestions = suggestions,
    };
}
