namespace DataCatalog.Server.Pages.Uploads;

/// <summary>A page whose forms can carry documents; see <see cref="UploadedDocuments"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesDocumentsAttribute : Attribute;
