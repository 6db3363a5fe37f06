using System.Collections.Frozen;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Knows the sites where people have profiles, and the user name in a profile's address.</summary>
internal static class ProfileNetworks
{
    private static readonly FrozenDictionary<string, string> Hosts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["linkedin.com"] = "LinkedIn", ["github.com"] = "GitHub", ["gitlab.com"] = "GitLab", ["bitbucket.org"] = "Bitbucket", ["codeberg.org"] = "Codeberg",
        ["x.com"] = "X", ["twitter.com"] = "Twitter", ["youtube.com"] = "YouTube", ["vimeo.com"] = "Vimeo", ["instagram.com"] = "Instagram",
        ["facebook.com"] = "Facebook", ["xing.com"] = "XING", ["medium.com"] = "Medium", ["dev.to"] = "DEV", ["stackoverflow.com"] = "Stack Overflow",
        ["behance.net"] = "Behance", ["dribbble.com"] = "Dribbble", ["soundcloud.com"] = "SoundCloud", ["bandcamp.com"] = "Bandcamp", ["flickr.com"] = "Flickr",
        ["orcid.org"] = "ORCID", ["researchgate.net"] = "ResearchGate", ["scholar.google.com"] = "Google Scholar", ["academia.edu"] = "Academia",
        ["kaggle.com"] = "Kaggle", ["huggingface.co"] = "Hugging Face", ["leetcode.com"] = "LeetCode", ["hackerrank.com"] = "HackerRank", ["codepen.io"] = "CodePen",
        ["t.me"] = "Telegram", ["threads.net"] = "Threads", ["bsky.app"] = "Bluesky", ["mastodon.social"] = "Mastodon", ["pinterest.com"] = "Pinterest",
        ["tiktok.com"] = "TikTok", ["twitch.tv"] = "Twitch", ["goodreads.com"] = "Goodreads", ["artstation.com"] = "ArtStation", ["imdb.com"] = "IMDb",
        ["malt.fr"] = "Malt", ["upwork.com"] = "Upwork", ["viadeo.com"] = "Viadeo", ["infojobs.net"] = "InfoJobs", ["goldenline.pl"] = "GoldenLine",
        ["substack.com"] = "Substack", ["gitee.com"] = "Gitee", ["sr.ht"] = "SourceHut", ["lattes.cnpq.br"] = "Lattes", ["spotify.com"] = "Spotify",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The network of a host, such as <c>de.linkedin.com</c>; null when it is none.</summary>
    public static string? Of(string host)
    {
        for (var rest = host; ;)
        {
            if (Hosts.TryGetValue(rest, out var network)) return network;
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return null;
            rest = rest[(dot + 1)..];
        }
    }

    /// <summary>The network whose name a text is; null when it is none.</summary>
    public static string? Named(string text)
    {
        var squashed = TextFolding.Squash(text);
        return Hosts.Values.FirstOrDefault(network => TextFolding.Squash(network) == squashed);
    }

    /// <summary>The user name in a profile's address: its last part, without <c>@</c>.</summary>
    public static string? UserName(WebAddress address)
    {
        var last = address.Path.Split('/')[^1].TrimStart('@', '~');
        return last.Length == 0 ? null : last;
    }

    /// <summary>Whether the address is a person's profile and not a page or project within the site.</summary>
    public static bool IsProfile(WebAddress address)
    {
        if (Of(address.Host) is not { } network || address.Path.Length == 0) return false;
        var parts = address.Path.Split('/');
        return parts.Length == 1 || network is not ("GitHub" or "GitLab" or "Bitbucket" or "Codeberg" or "Hugging Face" or "X" or "Twitter" or "SoundCloud");
    }
}
