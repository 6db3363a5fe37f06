namespace LiveWorkflows.Alerts;

/// <summary>Which alerts there are and who is told.</summary>
public sealed class AlertOptions
{
    /// <summary>Whether rules are looked at; true by default.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often they are looked at; 10 s by default.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether <see cref="AlertRule.Defaults"/> hold, too; a rule of the same name takes a default one's place. True by default.</summary>
    public bool UseDefaultRules { get; set; } = true;

    /// <summary>The rules.</summary>
    public IList<AlertRule> Rules { get; } = [];

    /// <summary>Where alerts are posted.</summary>
    public IList<WebhookOptions> Webhooks { get; } = [];

    internal IReadOnlyList<AlertRule> AllRules =>
        UseDefaultRules ? [.. AlertRule.Defaults.Where(rule => Rules.All(own => own.Name != rule.Name)), .. Rules] : [.. Rules];

    /// <summary>What is wrong with the settings, each sentence naming its key; empty when nothing is.</summary>
    /// <param name="section">The settings' section, such as <c>Alerts</c>.</param>
    public IEnumerable<string> Problems(string section)
    {
        if (Interval < TimeSpan.FromSeconds(1) || Interval > TimeSpan.FromHours(1)) yield return $"{section}:{nameof(Interval)} must be between 1 second and 1 hour.";
        foreach (var (i, rule) in Rules.Index())
        {
            foreach (var problem in rule.Problems($"{section}:{nameof(Rules)}:{i}")) yield return problem;
            if (Rules.Take(i).Any(earlier => earlier.Name == rule.Name)) yield return $"{section}:{nameof(Rules)}:{i}:{nameof(AlertRule.Name)} '{rule.Name}' is another rule's name already.";
        }

        foreach (var (i, webhook) in Webhooks.Index())
        {
            foreach (var problem in webhook.Problems($"{section}:{nameof(Webhooks)}:{i}")) yield return problem;
        }
    }
}
