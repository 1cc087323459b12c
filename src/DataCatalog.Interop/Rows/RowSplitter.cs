using System.Runtime.CompilerServices;
using System.Text.Unicode;
using DataCatalog.Core.Import;

namespace DataCatalog.Interop.Rows;

/// <summary>A row's bytes, or why they cannot be had. The bytes hold until the next row is asked for.</summary>
/// <param name="Number">Its place, counted from 1; for lines, the line on which it begins.</param>
/// <param name="Bytes">Valid UTF-8.</param>
/// <param name="Fault">Why it cannot be read, or null.</param>
internal readonly record struct RawRow(long Number, ReadOnlyMemory<byte> Bytes, ImportNote? Fault);

/// <summary>Cuts a stream into rows; memory holds one row, and of a row that is too large only its beginning.</summary>
internal static class RowSplitter
{
    /// <summary>Most bytes of a row: 1 MiB.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int ChunkBytes = 64 * 1024;

    /// <summary>Reads the rows.</summary>
    /// <param name="body">The stream; a byte order mark at its start is passed over.</param>
    /// <param name="countLines">Number rows by the line on which they begin, and not by their place.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<RawRow> ReadAsync<TCutter>(Stream body, bool countLines, [EnumeratorCancellation] CancellationToken cancellation)
        where TCutter : struct, ICutter
    {
        var rows = new Accumulator<TCutter>(countLines);
        byte[] chunk = new byte[ChunkBytes];
        int length;
        while ((length = await body.ReadAsync(chunk, cancellation)) > 0)
        {
            int at = 0;
            while (rows.Take(chunk.AsSpan(0, length), ref at))
            {
                yield return rows.Row();
                rows.Next();
            }
        }

        if (rows.Last() is { } last) yield return last;
    }

    private sealed class Accumulator<TCutter>(bool countLines)
        where TCutter : struct, ICutter
    {
        private TCutter cutter = new();
        private byte[] buffer = new byte[4096];
        private int length;
        private bool tooLarge;
        private int markAt;
        private long place = 1;
        private long line = 1;
        private long begun = 1;

        // True when a row is whole; the rest of the chunk waits.
        public bool Take(ReadOnlySpan<byte> chunk, ref int at)
        {
            while (at < chunk.Length)
            {
                byte value = chunk[at++];
                if (markAt >= 0 && IsMark(value)) continue;
                if (value == (byte)'\n') line++;
                switch (cutter.Next(value))
                {
                    case Cut.Keep: Append(value); break;
                    case Cut.End: return true;
                    default: break;
                }
            }

            return false;
        }

        public RawRow Row() => new(countLines ? begun : place, buffer.AsMemory(0, length), Fault());

        public RawRow? Last()
        {
            if (cutter.MayEnd && length == 0 && !tooLarge) return null;
            if (cutter.MayEnd) return Row();
            return new RawRow(countLines ? begun : place, buffer.AsMemory(0, length), ImportNote.Of(ImportErrors.Cut, null));
        }

        public void Next()
        {
            place++;
            begun = line;
            (length, tooLarge) = (0, false);
        }

        private ImportNote? Fault()
        {
            if (tooLarge) return ImportNote.Of(ImportErrors.TooLarge, null, MostBytes);
            ReadOnlySpan<byte> row = buffer.AsSpan(0, length);
            if (Utf8.IsValid(row)) return null;
            return ImportNote.Of(ImportErrors.NotUtf8, null, FirstInvalid(row) + 1);
        }

        private static int FirstInvalid(ReadOnlySpan<byte> row)
        {
            int at = 0;
            while (System.Text.Rune.DecodeFromUtf8(row[at..], out _, out int used) == System.Buffers.OperationStatus.Done) at += used;
            return at;
        }

        private void Append(byte value)
        {
            if (length == MostBytes) tooLarge = true;
            if (tooLarge) return;
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(MostBytes, length * 2));
            buffer[length++] = value;
        }

        private bool IsMark(byte value)
        {
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            if (markAt < mark.Length && value == mark[markAt])
            {
                markAt++;
                return true;
            }

            // A part of a mark is no mark: it is passed over, and what follows is read as it is.
            markAt = -1;
            return false;
        }
    }
}
