using System.Text;

namespace Resume2Website.Server.Tests;

/// <summary>CVs of people who do not exist.</summary>
internal static class SampleCv
{
    public const string Name = "Marisol Quintanilla-Frost";
    public const string Mail = "marisol.frost@example.org";
    public const string FileName = "Marisol-Quintanilla-private.txt";

    public const string Text = $"""
        {Name}
        Software Engineer
        {Mail} | +1 202 555 0143 | Springfield

        Summary
        Engineer with ten years of experience in distributed systems and data platforms.

        Experience
        Senior Engineer, Halvorsen Logistics
        March 2019 - Present
        - Led a team of five engineers on a routing platform
        - Reduced delivery planning time by 40 percent

        Software Engineer, Brightwater Analytics
        June 2014 - February 2019
        - Built a reporting service in C# and PostgreSQL

        Education
        BSc Computer Science, Example University
        2010 - 2014

        Skills
        C#, PostgreSQL, Kubernetes, Python, Go

        Languages
        English (native), Spanish (fluent)
        """;

    public static byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>The CV as a PDF with real text on so many pages.</summary>
    public static byte[] Pdf(int pages = 2)
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>" };
        var kids = string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{4 + (2 * page)} 0 R"));
        objects.Add($"<< /Type /Pages /Kids [{kids}] /Count {pages} >>");
        objects.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        for (var page = 0; page < pages; page++)
        {
            var content = PageContent(page);
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * page)} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        return Assemble(objects);
    }

    private static string PageContent(int page)
    {
        var lines = page == 0 ? Text.Split('\n') : [.. Enumerable.Range(1, 40).Select(line => $"- Finished project number {(page * 100) + line} for a customer in logistics")];
        var content = new StringBuilder("BT /F1 11 Tf 15 TL 60 780 Td\n");
        foreach (var line in lines) content.Append('(').Append(line.Trim().Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(") Tj T*\n");
        return content.Append("ET").ToString();
    }

    private static byte[] Assemble(List<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(i + 1).Append(" 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append("xref\n0 ").Append(objects.Count + 1).Append("\n0000000000 65535 f \n");
        foreach (var offset in offsets) pdf.Append(offset.ToString("D10")).Append(" 00000 n \n");
        pdf.Append("trailer << /Size ").Append(objects.Count + 1).Append(" /Root 1 0 R >>\nstartxref\n").Append(xref).Append("\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
