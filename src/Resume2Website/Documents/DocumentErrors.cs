using System.Collections.Frozen;
using LiveWorkflows.Errors;

namespace Resume2Website.Documents;

/// <summary>Everything that can be wrong with a document: its code, one sentence, and what to do.</summary>
public static class DocumentErrors
{
    private static readonly RecoverySuggestion AnotherFile = new("upload_another_file", "Choose another file: PDF, Word, OpenDocument, Rich Text, text, Markdown, or a scan or photo (JPEG, PNG, WebP, TIFF).");
    private static readonly RecoverySuggestion SaveAgain = new("save_again", "Open it in the program it was made with, save or export it as PDF again, and upload that.");
    private static readonly RecoverySuggestion TryAgain = new("retry", "Try again in a moment.");

    private static readonly FrozenDictionary<string, WorkflowError> Errors = new[]
    {
        Error("file_empty", "The file is empty", "The file has no content.", new RecoverySuggestion("check_file", "Check that the file opens on your own device, then upload it again."), AnotherFile),
        Error("file_too_large", "The file is too large", "The file is larger than the 10 MB that are allowed.", new RecoverySuggestion("make_smaller", "Export it as PDF with smaller pictures, then upload it again.")),
        Error("file_type_unsupported", "This kind of file cannot be read", "The content of the file is none of the kinds that can be read.", SaveAgain, AnotherFile),
        Error("file_type_mismatch", "The file is not what its name says", "The ending of the file's name and its content do not agree.", new RecoverySuggestion("rename", "Give the file the ending that fits its content."), SaveAgain),
        Error("file_damaged", "The file is damaged", "The file is cut short or damaged and cannot be opened.", SaveAgain, AnotherFile),
        Error("file_encrypted", "The file is protected by a password", "The file can only be opened with its password.", new RecoverySuggestion("give_password", "Give the password with the upload, or save the file without one.")),
        Error("password_wrong", "The password is wrong", "The file cannot be opened with this password.", new RecoverySuggestion("give_password", "Check the password and try again.")),
        Error("password_unsupported", "Only PDFs can be opened with a password", "The document is protected by a password, and is of a kind that is read only without one.", new RecoverySuggestion("remove_password", "Open it, save it without a password or export it as PDF, and upload that.")),
        Error("active_content", "The file holds active content", "The file holds programs or actions that a CV does not need, so it was not opened.", new RecoverySuggestion("print_to_pdf", "Print the document to a new PDF, which leaves such content behind, and upload that.")),
        Error("malware_found", "The file holds malware", "The file was recognized as malicious and was deleted.", new RecoverySuggestion("scan_device", "Check your device with an antivirus program."), AnotherFile),
        Error("too_many_pages", "The document is too long", "The document has more than the 50 pages that are read.", new RecoverySuggestion("shorten", "Upload only the pages of the CV.")),
        Error("too_complex", "The document is too complex", "The document unpacks to more than can be read safely, or is too tangled to be read in the time that is allowed.", SaveAgain, AnotherFile),
        Error("reading_timeout", "Reading took too long", "The document could not be read in the time that is allowed.", SaveAgain, AnotherFile) with { Category = ErrorCategory.Timeout },
        Error("picture_too_large", "The picture is too large", "The picture has more than the 25 million pixels that are read.", new RecoverySuggestion("make_smaller", "Save the picture with fewer pixels: 2,500 along the page are plenty.")),
        Error("picture_unsupported", "This kind of picture cannot be read", "The picture is stored in a way that cannot be read here.", new RecoverySuggestion("save_as_jpeg", "Open it, export or save it as JPEG or PNG, and upload that. On an iPhone, Settings, Camera, Formats, Most Compatible takes JPEG; a HEIC photo becomes JPEG when it is shared or exported.")),
        Error("conversion_unavailable", "This kind of document cannot be read here", "Word 97, Rich Text and OpenDocument files are read with LibreOffice, which is not installed where this runs.", new RecoverySuggestion("save_as_docx", "Open it, save it as Word (.docx) or export it as PDF, and upload that."), new RecoverySuggestion("install_libreoffice", "Whoever runs this: install LibreOffice Writer (on Debian libreoffice-writer-nogui), then try again.")) with { Category = ErrorCategory.Unavailable },
        Error("recognition_unavailable", "Scans and photos cannot be read here", "The programs that read scans and photos are not installed where this runs.", new RecoverySuggestion("upload_text", "Upload the file that was printed: a PDF with text, Word, text or Markdown."), new RecoverySuggestion("install_recognition", "Whoever runs this: install tesseract-ocr with its languages, and poppler-utils, then try again.")) with { Category = ErrorCategory.Unavailable },
        Error("recognition_failed", "The scan could not be read", "The program that reads scans and photos gave up on the picture.", new RecoverySuggestion("take_again", "Scan or photograph the page again: straight from above, in even light, without blur."), AnotherFile),
        Error("several_documents", "These files are not one CV", "Several files are read as one CV only where each is a picture of its pages, twelve at most.", new RecoverySuggestion("join_files", "Upload one file, or photos and scans of the pages only; other files can be put together into one PDF.")),
        Error("no_text", "There is no text in the document", "The document holds no text that can be read.", SaveAgain, new RecoverySuggestion("upload_text", "Upload the file it was printed from, or a sharper photo or scan of it.")),
        Error("not_a_cv", "This does not look like a CV", "Nothing in the document looks like the parts of a CV: work, education, skills or contact.", AnotherFile),
        Error("reader_unavailable", "The reader did not start", "The program that reads documents could not be started.", TryAgain) with { Category = ErrorCategory.Unavailable, Retryable = true },
    }.ToFrozenDictionary(error => error.Code, StringComparer.Ordinal);

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes => Errors.Keys;

    /// <summary>The error of a code; an unknown one is described as damage.</summary>
    public static WorkflowError Describe(string code) => Errors.GetValueOrDefault(code) ?? Errors["file_damaged"];

    private static WorkflowError Error(string code, string title, string message, params RecoverySuggestion[] suggestions) => new()
    {
        Code = code, Title = title, Message = message, Category = ErrorCategory.Input, RecoverySuggestions = suggestions,
    };
}
