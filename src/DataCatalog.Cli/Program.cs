using DataCatalog.Cli;

return await CatalogCommand.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
