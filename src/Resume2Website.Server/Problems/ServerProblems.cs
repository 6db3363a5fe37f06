using System.Globalization;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Errors;
using Resume2Website.Documents;

namespace Resume2Website.Server.Problems;

/// <summary>Everything that the server itself refuses or fails with: status, code, one sentence, and what to do.</summary>
internal static class ServerProblems
{
    private static readonly RecoverySuggestion Retry = new("retry", "Try again in a moment.");
    private static readonly RecoverySuggestion CheckRequest = new("check_request", "Check the request against the documentation of the API.");
    private static readonly RecoverySuggestion UploadFile = new("upload_file", "Send the CV as the field 'file' of a multipart/form-data request.");

    /// <summary>Also the answer for what is there but not the caller's: nobody learns which ids exist.</summary>
    public static WorkflowProblem NotFound { get; } = Make(404, "not_found", "Not found", "There is nothing here, or it is not yours to see.", ErrorCategory.Input,
        new RecoverySuggestion("check_address", "Check the address, and open it in the browser that uploaded the CV or with the job's ticket."));

    public static WorkflowProblem MethodNotAllowed { get; } = Make(405, "method_not_allowed", "Method not allowed", "This address does not take this method.", ErrorCategory.Input, CheckRequest);

    public static WorkflowProblem CrossSite { get; } = Make(403, "cross_site", "Refused", "Another website may not do this here.", ErrorCategory.Permission,
        new RecoverySuggestion("open_here", "Open this server's own page and try again there."));

    public static WorkflowProblem OperatorsOnly { get; } = Make(401, "operator_key_required", "The operator's key is needed", "This address is for operators, who send their key as a bearer token.", ErrorCategory.Permission,
        new RecoverySuggestion("give_key", "Send the key that is configured as Resume2Website:Access:OperatorKey as 'Authorization: Bearer'."));

    public static WorkflowProblem NotMultipart { get; } = Make(415, "multipart_required", "The upload has the wrong form", "A CV is uploaded as multipart/form-data.", ErrorCategory.Input, UploadFile);

    public static WorkflowProblem MalformedUpload { get; } = Make(400, "upload_malformed", "The upload is malformed", "The upload ended too early or is not valid multipart/form-data.", ErrorCategory.Input, Retry, UploadFile);

    public static WorkflowProblem FileMissing { get; } = Make(400, "file_missing", "There is no file", "The upload holds no field 'file' with a file.", ErrorCategory.Input, UploadFile);

    public static WorkflowProblem SeveralDocuments { get; } = Document("several_documents", 400);

    public static WorkflowProblem FieldInvalid { get; } = Make(400, "field_invalid", "A field is not valid", "A field of the upload is too long or not text.", ErrorCategory.Input, CheckRequest);

    public static WorkflowProblem LlmNotConfigured { get; } = Make(400, "llm_not_configured", "There is no language model here", "This server has no language model that could read the CV; nothing was taken.", ErrorCategory.Input,
        new RecoverySuggestion("without_llm", "Upload the CV without the field 'llm': it is then read on the server alone."));

    public static WorkflowProblem LlmConsentInvalid { get; } = Make(400, "llm_consent_invalid", "The field 'llm' is not valid", "The field 'llm' is 'true' when the person agrees that a language model reads the CV, and 'false' or missing otherwise.", ErrorCategory.Input, CheckRequest);

    public static WorkflowProblem UploadLimitReached(TimeSpan wait) => Limited("upload_limit_reached", "Too many uploads in a short time", "As many CVs were uploaded from here, or in all, as may be within a short time; this one was not taken.", wait);

    public static WorkflowProblem ChangeLimitReached(TimeSpan wait) => Limited("change_limit_reached", "Too many changes in a short time", "As many websites were changed from here, or in all, as may be within a short time; this change was not made.", wait);

    public static WorkflowProblem LookLimitReached(TimeSpan wait) => Limited("look_limit_reached", "Too many looks in a short time", "As many websites were made from here, or in all, only to be looked at, as may be within a short time.", wait);

    public static WorkflowProblem LlmLimitReached(TimeSpan wait) => Limited("llm_limit_reached", "The language model has read enough for now", "The language model has read as many CVs from here, or in all, as it may within a short time; nothing was taken.", wait,
        new RecoverySuggestion("without_llm", "Upload the CV without the language model: it is then read on the server alone."));

    public static WorkflowProblem LlmEngineMissing { get; } = Make(400, "llm_engine_missing", "It is not said which language model was agreed to", "Consent is for the language model that the person was shown, and the field 'llm_engine' that names it is missing.", ErrorCategory.Input,
        new RecoverySuggestion("echo_engine", "Show the person 'llm' of GET /api/v1/limits, and send its 'engine' back as the field 'llm_engine' beside 'llm=true'."));

    public static WorkflowProblem LlmEngineChanged { get; } = Make(409, "llm_engine_changed", "Another language model is set now", "The language model that the person was shown is not the one that would read the CV now; nothing was taken.", ErrorCategory.Input,
        new RecoverySuggestion("ask_again", "Look at which language model it is now, and agree to that one, or upload the CV without."));

    public static WorkflowProblem TagsInvalid { get; } = Make(400, "tags_invalid", "The tags are not valid", "Tags are a JSON object of at most 32 names, each with a text of at most 256 characters.", ErrorCategory.Input, CheckRequest);

    public static WorkflowProblem IdempotencyKeyInvalid { get; } = Make(400, "idempotency_key_invalid", "The Idempotency-Key is not valid", "An Idempotency-Key is 1 to 255 visible ASCII characters.", ErrorCategory.Input, CheckRequest);

    public static WorkflowProblem IdempotencyKeyReused { get; } = Make(422, "idempotency_key_reused", "The Idempotency-Key was used before", "This Idempotency-Key belongs to the upload of another file.", ErrorCategory.Input,
        new RecoverySuggestion("new_key", "Use a new Idempotency-Key for a new upload."));

    public static WorkflowProblem QueueFull { get; } = Busy("queue_full", "Too many CVs are waiting", "The queue is full; the upload was not taken.", 30_000);

    public static WorkflowProblem TooManyUploads { get; } = Busy("uploads_busy", "Too many uploads at once", "Too many uploads arrive at present; this one was not taken.", 5_000);

    public static WorkflowProblem StorageUnavailable { get; } = Busy("storage_unavailable", "Nothing can be stored", "The server cannot store anything at present.", 5_000);

    public static WorkflowProblem Internal { get; } = Make(500, "internal", "Something went wrong", "The server met an error that it does not know.", ErrorCategory.Internal, Retry,
        new RecoverySuggestion("contact_operator", "Tell the operator of this server if it happens again."));

    public static WorkflowProblem FileAlreadyThere { get; } = Make(409, "file_already_there", "The file is there already", "This job has its file already, or waits for none.", ErrorCategory.Input,
        new RecoverySuggestion("new_upload", "Upload the file as a new job."));

    public static WorkflowProblem StillRunning { get; } = Make(409, "still_running", "The job has not ended", "A job can be tried again when it has ended.", ErrorCategory.Input,
        new RecoverySuggestion("wait", "Wait until the job ends, or cancel it."));

    public static WorkflowProblem AlreadyCompleted { get; } = Make(409, "already_completed", "The job has completed", "Only a job that failed or was stopped can be tried again.", ErrorCategory.Input,
        new RecoverySuggestion("new_upload", "Upload the file as a new job."));

    public static WorkflowProblem OriginalGone { get; } = Make(410, "original_deleted", "The uploaded file was deleted", "The uploaded file is kept for a day at most and is gone.", ErrorCategory.Input,
        new RecoverySuggestion("upload_again", "Upload the file again."));

    public static WorkflowProblem LinesGone { get; } = Make(410, "lines_deleted", "The lines of the CV were deleted", "The lines of a CV are deleted with the uploaded file, a day after it was read at the latest. What was read of them is still there.", ErrorCategory.Input,
        new RecoverySuggestion("upload_again", "Upload the file again to see where each value stands in it."));

    public static WorkflowProblem NotReady { get; } = Make(409, "not_ready", "It is not made yet", "The job has not come so far yet, or ended before.", ErrorCategory.Input,
        new RecoverySuggestion("watch", "Watch the job's stream, or look again when it has completed."));

    public static WorkflowError NoFileInTime { get; } = new()
    {
        Code = "upload_timeout",
        Title = "No file came",
        Message = "The job waited for its file, and none came in time.",
        Category = ErrorCategory.Timeout,
        RecoverySuggestions = [new RecoverySuggestion("start_again", "Start again, and upload the file at once.")],
    };

    public static WorkflowProblem TemplateUnknown(IEnumerable<string> known) => Make(400, "template_unknown", "There is no such template",
        $"The templates are: {string.Join(", ", known)}.", ErrorCategory.Input, new RecoverySuggestion("choose_template", "Choose one of the templates."));

    public static WorkflowProblem Document(string code, int status) => new(status, DocumentErrors.Describe(code));

    public static WorkflowProblem TooLarge(long maxBytes) =>
        new(413, DocumentErrors.Describe("file_too_large") with { Message = $"The file is larger than the {(maxBytes / 1_048_576.0).ToString("0.#", CultureInfo.InvariantCulture)} MB that are allowed." });

    /// <summary>The problem of a bare status that an endpoint or the framework has set.</summary>
    public static WorkflowProblem Of(int status) => status switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        >= 500 => Internal,
        413 => new WorkflowProblem(413, DocumentErrors.Describe("file_too_large") with { Message = "What was sent is larger than is allowed here." }),
        _ => Make(status, "request_invalid", "The request is not valid", "The server cannot make sense of this request.", ErrorCategory.Input, CheckRequest),
    };

    private static WorkflowProblem Limited(string code, string title, string detail, TimeSpan wait, params RecoverySuggestion[] suggestions) => new(429, new WorkflowError
    {
        Code = code,
        Title = title,
        Message = detail,
        Category = ErrorCategory.RateLimit,
        Retryable = true,
        RetryAfterMs = wait.TotalMilliseconds,
        RecoverySuggestions = [new RecoverySuggestion("wait", wait < TimeSpan.FromMinutes(1) ? $"Try again in {Math.Ceiling(wait.TotalSeconds)} s." : $"Try again in {Math.Ceiling(wait.TotalMinutes)} min."), .. suggestions],
    });

    private static WorkflowProblem Busy(string code, string title, string detail, double retryAfterMs) => new(503, new WorkflowError
    {
        Code = code,
        Title = title,
        Message = detail,
        Category = ErrorCategory.Unavailable,
        Retryable = true,
        RetryAfterMs = retryAfterMs,
        RecoverySuggestions = [new RecoverySuggestion("retry_later", "Try again a little later.")],
    });

    private static WorkflowProblem Make(int status, string code, string title, string detail, ErrorCategory category, params RecoverySuggestion[] suggestions) =>
        new(status, new WorkflowError { Code = code, Title = title, Message = detail, Category = category, RecoverySuggestions = suggestions });
}
