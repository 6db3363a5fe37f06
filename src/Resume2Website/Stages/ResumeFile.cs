using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>A résumé as the file that people download: JSON Resume, readable, the same bytes everywhere.</summary>
public static class ResumeFile
{
    private static readonly ResumeJson Json = new(new JsonSerializerOptions(ResumeJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Resume resume) => [.. JsonSerializer.SerializeToUtf8Bytes(resume, Json.Resume), (byte)'\n'];
}
