namespace Resume2Website.Reader.Inspection;

/// <summary>Tells programs and scripts from the harmless things that are attached to documents.</summary>
internal static class Programs
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".dll", ".com", ".scr", ".pif", ".msi", ".msp", ".cpl", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh",
        ".hta", ".jar", ".lnk", ".url", ".reg", ".sh", ".app", ".dmg", ".pkg", ".deb", ".rpm", ".apk", ".iso", ".img", ".docm", ".dotm", ".xlsm", ".xlam",
        ".pptm", ".chm", ".inf", ".scf", ".settingcontent-ms", ".appref-ms", ".one", ".xll", ".py",
    };

    /// <summary>Whether a file's name says that it runs.</summary>
    public static bool IsProgramName(string? name) => name is not null && Endings.Contains(Path.GetExtension(name.Trim().TrimEnd('\0')));

    /// <summary>Whether a file's first bytes say that it runs: Windows, Linux and Mac programs, scripts, Java classes, shortcuts, OLE files.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> content) =>
        content.StartsWith("MZ"u8)
        || content.StartsWith("\x7FELF"u8)
        || content.StartsWith("#!"u8)
        || content is [0xCA, 0xFE, 0xBA, 0xBE, ..] or [0xCF, 0xFA, 0xED, 0xFE, ..] or [0xCE, 0xFA, 0xED, 0xFE, ..]
        || content is [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00, ..]
        || content is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];
}
