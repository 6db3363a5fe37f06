using Resume2Website.Documents;
using Resume2Website.Reader.Text;
using Resume2Website.Screening;

namespace Resume2Website.Reader.Inspection;

/// <summary>Inspects formats that are plain text: nothing in them can act.</summary>
internal static class TextInspection
{
    /// <summary>Looks whether it is text at all.</summary>
    public static InspectionReport Inspect(DocumentSource source)
    {
        _ = TextDecoding.Decode(source.Content.Span);
        return new InspectionReport
        {
            Format = source.Format,
            Pages = 1,
            HasTestVirus = EicarSearch.Find(source.Content.Span),
            InflatedBytes = source.Content.Length,
        };
    }
}
