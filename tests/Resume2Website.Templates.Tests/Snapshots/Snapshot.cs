using System.Runtime.CompilerServices;

namespace Resume2Website.Templates.Tests.Snapshots;

/// <summary>Compares a text with the file that someone has looked at and approved.</summary>
internal static class Snapshot
{
    /// <summary>Fails with the first line that differs and leaves <c>NAME.received.html</c> beside <c>NAME.verified.html</c>.</summary>
    public static void Matches(string text, string name, string extension = "html", [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots");
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{name} differs from what was approved. {Difference(expected, text)}\nIf it is right: mv {received} {verified}");
    }

    private static string Difference(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"Line {line + 1}:\n- {old.ElementAtOrDefault(line)}\n+ {now.ElementAtOrDefault(line)}";
    }
}
