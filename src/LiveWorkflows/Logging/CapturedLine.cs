using System.Globalization;

namespace LiveWorkflows.Logging;

/// <summary>A captured line in the making: its message and its named values, each within its bounds, and of an exception only the type's name.</summary>
internal sealed class CapturedLine(WorkflowCaptureOptions options)
{
    private const string Template = "{OriginalFormat}";
    private const int MaxNameLength = 64;
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private string? _template;
    private bool _holdsPrivate;

    public IReadOnlyDictionary<string, string> Fields => _fields;

    public void Take(IReadOnlyList<KeyValuePair<string, object?>>? values)
    {
        if (values is null) return;
        try
        {
            foreach (var (name, value) in values)
            {
                if (name == Template) _template = value as string;
                _holdsPrivate |= value is Exception || PrivateFields.IsFileName(name);
                if (name != Template && _fields.Count < options.MaxFields) _fields[Cut(name, MaxNameLength)] = Cut(TextOf(value), options.MaxValueLength);
            }
        }
        catch (Exception)
        {
            // Somebody else's list: what it throws must not reach the code that only wanted to log.
        }
    }

    /// <summary>Adds who wrote the line and, for an exception, of what kind it is.</summary>
    public void Name(string category, Exception? exception)
    {
        _fields.TryAdd("category", Cut(category, options.MaxValueLength));
        if (exception is not null) _fields["exception"] = exception.GetType().Name;
    }

    /// <summary>The message; where a value is an exception or a file's name, the message's template: the text would hold what only the fields may, which can be left out.</summary>
    public string Message<TState>(TState state, Func<TState, Exception?, string> formatter)
    {
        if (_holdsPrivate) return Cut(_template ?? "", options.MaxMessageLength);
        try
        {
            return Cut(formatter(state, null) ?? "", options.MaxMessageLength);
        }
        catch (Exception)
        {
            return Cut(_template ?? "", options.MaxMessageLength);
        }
    }

    private static string TextOf(object? value)
    {
        try
        {
            return value switch
            {
                null => "",
                string text => text,
                Exception exception => exception.GetType().Name,
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            };
        }
        catch (Exception)
        {
            // Somebody else's value; its kind must do.
            return value!.GetType().Name;
        }
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        // Not between the halves of a surrogate pair, which alone is no character.
        var end = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
