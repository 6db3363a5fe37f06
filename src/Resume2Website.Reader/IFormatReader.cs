using Resume2Website.Documents;

namespace Resume2Website.Reader;

/// <summary>Reads the documents of one format.</summary>
internal interface IFormatReader
{
    /// <summary>Looks into the structure.</summary>
    InspectionReport Inspect(DocumentSource source);

    /// <summary>Reads the lines, telling of each page.</summary>
    SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress);
}
