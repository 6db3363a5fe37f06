using LiveWorkflows.Alerts;

namespace Resume2Website.Server.Hosting;

/// <summary>Reads the settings and refuses wrong ones, naming the key.</summary>
internal static class Settings
{
    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    public static ServerOptions Read(IConfiguration configuration)
    {
        var options = Bind(configuration);
        if (options.Problems().ToList() is { Count: > 0 } problems) throw new StartRefusedException(string.Join(Environment.NewLine, problems));
        if (string.IsNullOrEmpty(options.Access.OperatorKey)
            && ListenAddresses.Read(configuration).FirstOrDefault(address => !ListenAddresses.IsLoopback(address)) is { } open)
        {
            throw new StartRefusedException(
                $"{open} can be reached from other machines, which needs an operator key: set {ServerOptions.Section}:Access:OperatorKey, or listen on {ListenAddresses.Default}.");
        }

        return options;
    }

    private static ServerOptions Bind(IConfiguration configuration)
    {
        try
        {
            var section = configuration.GetSection(ServerOptions.Section);

            // The binder leaves out items of lists that it cannot read; a rule that was meant to wake somebody must not be left out in silence.
            var alerts = section.GetSection(nameof(ServerOptions.Alerts));
            foreach (var rule in alerts.GetSection(nameof(AlertOptions.Rules)).GetChildren()) _ = rule.Get<AlertRule>();
            foreach (var webhook in alerts.GetSection(nameof(AlertOptions.Webhooks)).GetChildren()) _ = webhook.Get<WebhookOptions>();
            return section.Get<ServerOptions>() ?? new ServerOptions();
        }
        catch (InvalidOperationException exception)
        {
            // The binder's own sentence names the key.
            throw new StartRefusedException(exception.Message, exception);
        }
    }
}
