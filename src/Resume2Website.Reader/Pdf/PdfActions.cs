namespace Resume2Website.Reader.Pdf;

/// <summary>Tells which actions of a PDF do more than show a place or open a link (ISO 32000-2, 12.6.4).</summary>
internal static class PdfActions
{
    /// <summary>The code of an action's type; null for one that does no harm.</summary>
    public static string? CodeOf(string type) => type switch
    {
        "JavaScript" => "javascript",
        "Launch" => "launch",
        "ImportData" or "SubmitForm" => "form_action",
        "RichMediaExecute" or "Rendition" or "Movie" or "Sound" => "rich_media",
        _ => null,
    };
}
