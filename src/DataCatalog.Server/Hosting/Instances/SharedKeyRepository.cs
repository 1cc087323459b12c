using System.Xml.Linq;
using DataCatalog.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace DataCatalog.Server.Hosting.Instances;

/// <summary>Keeps the keys that seal page and delta links in the database, so that every instance opens every link.</summary>
internal sealed class SharedKeyRepository(ServiceKeys keys) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Read().Select(XElement.Parse)];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
