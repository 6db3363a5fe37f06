using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Stages;

/// <summary>A person who does not exist, in words that stand nowhere else.</summary>
internal static class InventedCv
{
    public static readonly string[] PrivateWords = ["Quorblina", "Zyxwander", "Flumgear", "quorblina@example.org", "0199 123456", "Snarkology"];

    public static byte[] File { get; } = "%PDF-1.7 Quorblina Zyxwander"u8.ToArray();

    public static SourceDocument Document { get; } = new()
    {
        Format = DocumentFormat.Pdf,
        Pages = [new SourcePage(1, 595, 842), new SourcePage(2, 595, 842)],
        Lines =
        [
            new SourceLine { Page = 1, Number = 1, Text = "Quorblina Zyxwander" },
            new SourceLine { Page = 1, Number = 2, Text = "quorblina@example.org, 0199 123456" },
            new SourceLine { Page = 2, Number = 3, Text = "Smith at Flumgear, 2019" },
        ],
    };

    public static ExtractedResume Extracted { get; } = new(
        new Resume
        {
            Basics = new Basics { Name = "Quorblina Zyxwander", Email = "quorblina@example.org", Phone = "0199 123456" },
            Work = [new WorkEntry { Name = "Flumgear" }],
            Other = [new OtherSection { Title = "Snarkology", Lines = ["Flumgear"] }],
            Meta = new ResumeMeta { Engine = "fake-1", Coverage = 1 },
        },
        IsResume: true,
        Confidence: 0.9,
        [new FoundSection("basics", 1, 0.95), new FoundSection("work", 1, 0.9), new FoundSection("Snarkology", 1, 0.5)]);
}
