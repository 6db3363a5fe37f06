using System.Text.Json;
using LiveWorkflows.Records;

namespace LiveWorkflows.Alerts;

/// <summary>Alerts in the records, under <c>alert/</c>.</summary>
internal sealed class AlertStore(IRecordStore records)
{
    private const string Prefix = "alert/";

    public async ValueTask<List<AlertRecord>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = new List<AlertRecord>();
        await foreach (var record in records.ListAsync(Prefix, null, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (JsonSerializer.Deserialize(record.Value.Span, AlertJson.Default.AlertRecord) is { Alert: not null } read) found.Add(read);
            }
            catch (JsonException)
            {
                // Of an older or newer version: left alone.
            }
        }

        return found;
    }

    public async ValueTask PutAsync(AlertRecord record, CancellationToken cancellationToken) =>
        await records.PutAsync(Prefix + record.Alert.Id, JsonSerializer.SerializeToUtf8Bytes(record, AlertJson.Default.AlertRecord), null, cancellationToken).ConfigureAwait(false);

    public async ValueTask DeleteAsync(string id, CancellationToken cancellationToken) =>
        await records.DeleteAsync(Prefix + id, null, cancellationToken).ConfigureAwait(false);
}
