using System.Text;

namespace Resume2Website.Tests.Documents;

/// <summary>Small PDFs that no parser in the host's own process would survive.</summary>
internal static class HostilePdf
{
    /// <summary>A page whose content is a reference to itself: resolving it overflows the stack.</summary>
    public static byte[] ThatOverflowsTheStack => Write(["4 0 R"]);

    /// <summary>Forms that each draw the next ten times, thirty deep: drawing them takes forever.</summary>
    public static byte[] ThatNeverEnds =>
        Write([Stream("/X Do", ""), .. Enumerable.Range(5, 30).Select(number => Form(string.Concat(Enumerable.Repeat("/X Do ", 10)), number + 1)), Form("q Q", 4)]);

    private static string Form(string content, int next) => Stream(content, $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>");

    private static string Stream(string content, string entries) => $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Write(IReadOnlyList<string> fromFour)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var body in new[]
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        }.Concat(fromFour))
        {
            offsets.Add(file.Length);
            file.Append($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        file.Append($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append($"{offset:D10} 00000 n \n");
        file.Append($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
