using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Finds phone numbers as they are printed in many countries.</summary>
internal static partial class PhoneParser
{
    private static readonly string[] Regions = ["US", "GB", "DE", "FR", "ES", "PT", "BR", "NL", "IT", "PL", "AU", "IN", "CA", "CH", "AT", "BE", "MX", "ZA", "NG", "IE", "NZ", "AR", "CO", "CL", "SE", "DK"];

    /// <summary>The first phone number of a text as printed, and how sure it is; null when there is none.</summary>
    public static (string Number, double Confidence)? Find(string text)
    {
        foreach (Match match in Shape().Matches(text))
        {
            var printed = match.Value.Trim().TrimEnd('-', '.', '/', '(', ' ');
            var digits = printed.Count(char.IsAsciiDigit);
            if (digits is < 7 or > 15 || IsSomethingElse(printed)) continue;
            return (printed, Confidence(printed));
        }

        return null;
    }

    private static bool IsSomethingElse(string printed) =>
        DateParser.Find(printed).Sum(span => span.Length) * 2 > printed.Length || PlainRange().IsMatch(printed);

    private static double Confidence(string printed)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        var regions = printed.StartsWith('+') ? ["ZZ"] : Regions;
        foreach (var region in regions)
        {
            try
            {
                if (numbers.IsPossibleNumber(numbers.Parse(printed, region))) return 0.97;
            }
            catch (NumberParseException)
            {
                // Not a number of this region; the next one may know it.
            }
        }

        return 0.7;
    }

    [GeneratedRegex(@"(?<![\p{L}\d/@.,#-])(?:\+|00|\()?\d(?:[\d\u00A0 ().\u2010-\u2013/-]){5,24}\d(?![\p{L}\d@])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainRange();
}
