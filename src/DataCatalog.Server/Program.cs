using DataCatalog.Server.Hosting.Startup;

return await Verbs.RunAsync(args);
