namespace DataCatalog.Cli.Import;

/// <summary>
/// Cuts a file of lines into pieces of whole rows, a request each: an answer is read when its piece is sent, so neither side can wait for the other, and
/// what is broken off resumes at a piece.
/// </summary>
internal static class FilePieces
{
    private const int Rows = 500;
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>A piece: its bytes, and how many lines stand before its first row beyond those that the service counts.</summary>
    public sealed record Piece(byte[] Bytes, long LinesBefore, long Position);

    /// <summary>The pieces of a JSON Lines file, or of a CSV file with its header on each.</summary>
    public static IEnumerable<Piece> Of(Stream file, bool csv)
    {
        var reader = new RowReader(file, csv);
        byte[] header = csv ? reader.Next() ?? [] : [];
        long headerLines = csv ? reader.Line - 1 : 0;
        using var piece = new MemoryStream();
        (int rows, long first) = (0, reader.Line);
        while (reader.Next() is { } row)
        {
            if (rows == 0) piece.Write(header);
            piece.Write(row);
            if (++rows < Rows && piece.Length < MostBytes) continue;
            yield return new Piece(piece.ToArray(), first - 1 - headerLines, reader.Position);
            piece.SetLength(0);
            (rows, first) = (0, reader.Line);
        }

        // A file without rows is sent as well: its header may be wrong.
        if (rows > 0 || first == reader.Line) yield return new Piece(rows > 0 ? piece.ToArray() : header, first - 1 - headerLines, reader.Position);
    }

    private sealed class RowReader(Stream file, bool csv)
    {
        private readonly byte[] chunk = new byte[64 * 1024];
        private int at;
        private int length;

        public long Line { get; private set; } = 1;

        public long Position { get; private set; }

        public byte[]? Next()
        {
            using var row = new MemoryStream();
            bool quoted = false;
            while (Byte() is { } value)
            {
                row.WriteByte(value);
                if (csv && value == (byte)'"') quoted = !quoted;
                if (value != (byte)'\n') continue;
                Line++;
                if (!quoted) break;
            }

            return row.Length == 0 ? null : row.ToArray();
        }

        private byte? Byte()
        {
            if (at == length) (at, length) = (0, file.Read(chunk));
            if (length == 0) return null;
            Position++;
            return chunk[at++];
        }
    }
}
