using System.Text;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.Tests.Support;

internal static class Reading
{
    public static Task<List<ImportRow>> ReadAsync(this IImportReader reader, string text) => reader.ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<List<ImportRow>> ReadAsync(this IImportReader reader, byte[] bytes)
    {
        using var body = new MemoryStream(bytes);
        return await reader.ReadAsync(body, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
