using LiveWorkflows.Errors;

namespace Resume2Website.Sites.Printing;

/// <summary>Why a site was not printed.</summary>
public static class PrintingErrors
{
    private static readonly RecoverySuggestion PrintYourself = new("print_page", "Open the site and print it from your browser: choose 'Save as PDF'.");

    /// <summary>No browser is installed that could print.</summary>
    public static WorkflowError Unavailable { get; } = Make(
        "pdf_unavailable", "PDFs cannot be made here", "PDFs are printed by Chromium, which is not installed where this runs.", ErrorCategory.Unavailable,
        PrintYourself, new RecoverySuggestion("install_chromium", "Whoever runs this: install Chromium (on Debian: apt-get install chromium), or name one in the environment variable CHROME_PATH, then try again."));

    /// <summary>The browser did not print.</summary>
    public static WorkflowError Failed { get; } = Make(
        "pdf_failed", "The PDF could not be made", "The browser that prints PDFs ended without one.", ErrorCategory.Unavailable,
        PrintYourself, new RecoverySuggestion("run_chromium", "Whoever runs this: see whether 'chromium --headless --version' works for the same user."));

    /// <summary>The browser took longer than it may.</summary>
    public static WorkflowError TooSlow { get; } = Make(
        "pdf_timeout", "Making the PDF took too long", "The browser that prints PDFs did not finish in the time that is allowed.", ErrorCategory.Unavailable,
        new RecoverySuggestion("retry_later", "Try again in a few minutes."), PrintYourself) with
    { Retryable = true, RetryAfterMs = 60_000 };

    /// <summary>As many PDFs are waited for as may be.</summary>
    public static WorkflowError Busy { get; } = Make(
        "pdf_busy", "Too many PDFs are being made", "PDFs are made one after another, and as many are waited for as may be.", ErrorCategory.Unavailable,
        new RecoverySuggestion("retry_later", "Try again a little later.")) with
    { Retryable = true, RetryAfterMs = 10_000 };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkflowError> All => [Unavailable, Failed, TooSlow, Busy];

    private static WorkflowError Make(string code, string title, string message, ErrorCategory category, params RecoverySuggestion[] suggestions) =>
        new() { Code = code, Title = title, Message = message, Category = category, RecoverySuggestions = suggestions };
}
