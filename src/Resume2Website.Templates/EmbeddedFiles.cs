using System.Text;

namespace Resume2Website.Templates;

/// <summary>The files that travel inside this assembly, so that rendering touches no disk.</summary>
internal static class EmbeddedFiles
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its file {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).ReplaceLineEndings("\n");

    public static IEnumerable<string> In(string folder) =>
        typeof(EmbeddedFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal));
}
