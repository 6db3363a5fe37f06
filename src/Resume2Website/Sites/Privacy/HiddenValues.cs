using System.Text;
using System.Text.RegularExpressions;
using PhoneNumbers;
using Resume2Website.Resumes;

namespace Resume2Website.Sites.Privacy;

/// <summary>What a person chose not to show, and how it may be written in a text.</summary>
internal sealed class HiddenValues
{
    private const int FewestDigitsOfAPhone = 6;
    private const int MostDigitsOfAPhone = 15; // ITU-T E.164; what is longer is no number, and would make a pattern that never ends
    private readonly List<Regex> _patterns = [];
    private readonly string? _obfuscatedEmail;
    private readonly string? _email;
    private readonly bool _hidesPhones;

    private HiddenValues(Resume resume, SiteOptions options)
    {
        var basics = resume.Basics;
        _hidesPhones = !options.ShowPhone;
        if (_hidesPhones && basics.Phone is { } phone) _patterns.AddRange(Phones(phone));
        if (!options.ShowAddress && basics.Location is { } home)
        {
            if (SaysMoreThanPlace(home)) AddWords(home.Address, fewestLetters: 4);
            if (IsLikeAYear(home.PostalCode)) AddBesideCity(home.PostalCode!.Trim(), home.City);
            else AddWords(home.PostalCode, fewestLetters: 4);
        }

        if (options.Email != EmailVisibility.Shown && basics.Email is { Length: > 3 } email)
        {
            _email = email.Trim();
            if (options.Email == EmailVisibility.Obfuscated) _obfuscatedEmail = ObfuscatedEmail.Of(_email);
        }
    }

    public static HiddenValues Of(Resume resume, SiteOptions options) => new(resume, options);

    public bool AppearIn(string text) =>
        _patterns.Exists(pattern => pattern.IsMatch(text)) || HoldsEmail(text) || InternationalPhones(text).Length > 0;

    public string TakeOutOf(string text)
    {
        if (HoldsEmail(text)) text = text.Replace(_email!, _obfuscatedEmail ?? "", StringComparison.OrdinalIgnoreCase);
        foreach (var pattern in _patterns) text = pattern.Replace(text, "");
        foreach (var number in InternationalPhones(text)) text = text.Replace(number, "", StringComparison.Ordinal);
        return text;
    }

    private bool HoldsEmail(string text) => _email is not null && text.Contains(_email, StringComparison.OrdinalIgnoreCase);

    // Other people's numbers too, of a referee for instance: whoever hides their own number expects none on the page.
    private string[] InternationalPhones(string text) =>
        _hidesPhones && text.Contains('+', StringComparison.Ordinal) && text.Count(char.IsAsciiDigit) >= FewestDigitsOfAPhone
            ? [.. PhoneNumberUtil.GetInstance().FindNumbers(text, "ZZ").Select(match => match.RawString)]
            : [];

    private void AddWords(string? value, int fewestLetters)
    {
        var words = value?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (words.Sum(word => word.Length) < fewestLetters) return;

        var pattern = string.Join(@"[\s,]+", words.Select(word => Regex.Escape(word.Trim(','))));
        _patterns.Add(Compiled($@"(?<![\p{{L}}\p{{Nd}}]){pattern}(?![\p{{L}}\p{{Nd}}])"));
    }

    // "Berlin" in the field of the street is a place, which may be known; it stands in the names of schools and employers too.
    private static bool SaysMoreThanPlace(Location home) =>
        home.Address is { } address && (address.Any(char.IsAsciiDigit) || address.Trim().Contains(' ', StringComparison.Ordinal))
        && !new[] { home.City, home.Region, home.CountryCode }.Contains(address.Trim(), StringComparer.OrdinalIgnoreCase);

    // Many postal codes are years as well (2018 Antwerpen): alone they are left, for a date says nothing of a street.
    private static bool IsLikeAYear(string? code) => code?.Trim() is { Length: 4 } digits && digits.All(char.IsAsciiDigit) && digits[..2] is "19" or "20";

    private void AddBesideCity(string code, string? city)
    {
        if (string.IsNullOrWhiteSpace(city)) return;
        var name = Regex.Escape(city.Trim());
        _patterns.Add(Compiled($@"(?<!\d){code}(?=[\s,]+{name}(?!\p{{L}}))|(?<=(?<!\p{{L}}){name}[\s,]+){code}(?!\d)"));
    }

    private static IEnumerable<Regex> Phones(string field)
    {
        foreach (var phone in Regex.Split(field, @"[;,|\n]|\s/\s|(?i:ext\.?|x)\s*\d+$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            var digits = string.Concat(phone.Where(char.IsAsciiDigit)).TrimStart('0');
            if (digits.Length >= FewestDigitsOfAPhone) yield return PhonePattern(digits[^Math.Min(MostDigitsOfAPhone, digits.Length)..]);
        }
    }

    /// <summary>A number's last eight digits however they are grouped, with as much of its beginning as stands before them.</summary>
    private static Regex PhonePattern(string digits)
    {
        const string Separators = @"[\s().\-/\u00A0\u2010-\u2013]*";
        var core = digits[^Math.Min(8, digits.Length)..];
        var pattern = new StringBuilder(@"(?<!\d)[+(]*(?:0").Append(Separators).Append("){0,2}");
        foreach (var digit in digits[..^core.Length])
        {
            pattern.Append("(?:").Append(digit).Append(Separators).Append(")?(?:0").Append(Separators).Append(")?");
        }

        return Compiled(pattern.Append(string.Join(Separators, core.AsEnumerable())).Append(@"(?!\d)").ToString());
    }

    private static Regex Compiled(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
