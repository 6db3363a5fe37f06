using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using LiveWorkflows.Artifacts;

namespace LiveWorkflows.Sqlite;

/// <summary>Artifacts as files: a directory a job, a file a digest, written aside and renamed into place.</summary>
/// <remarks>
/// A job's directory is named by the SHA-256 of its id: ids may hold dots and differ in case only, directories on some systems may not.
/// </remarks>
internal sealed class FileArtifactStore : IArtifactStore
{
    private const int BufferSize = 64 * 1024;
    private const int MaxAttempts = 100;

    private readonly string _jobs;
    private readonly string _aside;

    public FileArtifactStore(string path)
    {
        _jobs = Path.Combine(path, "jobs");
        _aside = Path.Combine(path, "aside");
        // What lies aside at the start is half written or half deleted: nobody was ever told that it is there.
        if (Directory.Exists(_aside)) Directory.Delete(_aside, recursive: true);
        FileSystem.CreatePrivateDirectory(_jobs);
        FileSystem.CreatePrivateDirectory(_aside);
        FileSystem.SyncDirectory(path);
    }

    public async ValueTask<Artifact> PutAsync(string jobId, Stream content, CancellationToken cancellationToken = default)
    {
        var directory = DirectoryOf(jobId);
        ArgumentNullException.ThrowIfNull(content);
        var aside = NewPathAside();
        try
        {
            var artifact = await WriteAsideAsync(aside, content, cancellationToken).ConfigureAwait(false);
            OrUnavailable(() => Place(aside, directory, artifact.Digest));
            return artifact;
        }
        finally
        {
            Discard(aside);
        }
    }

    public ValueTask<Stream?> OpenAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default)
    {
        var directory = DirectoryOf(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        if (digest.Value is null) return ValueTask.FromResult<Stream?>(null);
        try
        {
            return ValueTask.FromResult<Stream?>(new FileStream(
                Path.Combine(directory, digest.Value), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return ValueTask.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<Artifact> ListAsync(string jobId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var directory = new DirectoryInfo(DirectoryOf(jobId));
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var artifact in Found(directory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return artifact;
        }
    }

    public ValueTask DeleteAsync(string jobId, ArtifactDigest digest, CancellationToken cancellationToken = default)
    {
        var directory = DirectoryOf(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        OrUnavailable(() =>
        {
            var file = Path.Combine(directory, digest.ToString());
            if (digest.Value is null || !File.Exists(file)) return;
            try
            {
                File.Delete(file);
                FileSystem.SyncDirectory(directory);
            }
            catch (IOException failure) when (IsMissing(failure))
            {
                // A deletion of the whole job was faster.
            }
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteAllAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var directory = DirectoryOf(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        OrUnavailable(() =>
        {
            if (!Directory.Exists(directory)) return;
            var aside = NewPathAside();
            try
            {
                Directory.Move(directory, aside);
            }
            catch (IOException failure) when (IsMissing(failure))
            {
                // Another deletion was faster.
            }

            FileSystem.SyncDirectory(_jobs);
            Clear(aside);
        });
        return ValueTask.CompletedTask;
    }

    private static async Task<Artifact> WriteAsideAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            using var file = OrUnavailable(() => File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write));
            // The reading stands outside: what the caller's stream throws is the caller's.
            while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                OrUnavailable(() => RandomAccess.Write(file, buffer.AsSpan(0, read), length));
                length += read;
            }

            OrUnavailable(() => RandomAccess.FlushToDisk(file));
            return new Artifact(ArtifactDigest.FromHash(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    // A deletion of the job may take the directory away at any moment, even while it is made; then it is made once more.
    private void Place(string aside, string directory, ArtifactDigest digest)
    {
        for (var placing = 1; ; placing++)
        {
            try
            {
                FileSystem.CreatePrivateDirectory(directory);
                File.Move(aside, Path.Combine(directory, digest.Value), overwrite: true);
                FileSystem.SyncDirectory(directory);
                // Always: another put may have made the directory a moment ago, and its name may not be durable yet.
                FileSystem.SyncDirectory(_jobs);
                return;
            }
            catch (IOException) when (placing < MaxAttempts && File.Exists(aside))
            {
            }
            catch (IOException failure) when (IsMissing(failure) && !File.Exists(aside))
            {
                // It was placed, and a deletion of the job took it away before its name was synchronised: first stored, then deleted.
                return;
            }
        }
    }

    // A put that found the directory under its old name may still place its file in it after it was moved aside.
    private static void Clear(string aside)
    {
        for (var clearing = 1; Directory.Exists(aside); clearing++)
        {
            try
            {
                Directory.Delete(aside, recursive: true);
            }
            catch (IOException) when (clearing < MaxAttempts)
            {
            }
        }
    }

    private static bool IsMissing(IOException failure) =>
        failure is FileNotFoundException or DirectoryNotFoundException || failure.HResult == FileSystem.NoSuchEntry;

    // What cannot be cleared away now is cleared at the next start, and must not hide why the artifact was not stored.
    private static void Discard(string aside)
    {
        try
        {
            File.Delete(aside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static Artifact[] Found(DirectoryInfo directory)
    {
        try
        {
            return [.. directory.EnumerateFiles().Select(Read).OfType<Artifact>()];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static Artifact? Read(FileInfo file)
    {
        try
        {
            return ArtifactDigest.TryParse(file.Name, out var digest) ? new Artifact(digest, file.Length) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private string DirectoryOf(string jobId)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        return Path.Combine(_jobs, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jobId))));
    }

    private string NewPathAside() => Path.Combine(_aside, Guid.NewGuid().ToString("N"));

    private static void OrUnavailable(Action work) => OrUnavailable(() =>
    {
        work();
        return true;
    });

    private static T OrUnavailable<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ArtifactStoreUnavailableException("The artifact store cannot reach its directory at present.", failure);
        }
    }
}
