# The images of docker-compose.yml: the service, the operator's tools, and Elasticsearch with Korean analysis.
# Pin the digests of the images when you build for production; tags can be moved.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What restoring needs comes first, so that a change of the code does not restore again.
COPY global.json nuget.config Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/DataCatalog.Core/DataCatalog.Core.csproj src/DataCatalog.Core/
COPY src/DataCatalog.Storage/DataCatalog.Storage.csproj src/DataCatalog.Storage/
COPY src/DataCatalog.Search/DataCatalog.Search.csproj src/DataCatalog.Search/
COPY src/DataCatalog.Interop/DataCatalog.Interop.csproj src/DataCatalog.Interop/
COPY src/DataCatalog.Server/DataCatalog.Server.csproj src/DataCatalog.Server/
RUN dotnet restore src/DataCatalog.Server
COPY schemas schemas
COPY src src
RUN dotnet publish src/DataCatalog.Server --no-restore --configuration Release --output /app && install -d -m 0700 /empty

# The service: no shell, no package manager, no SDK, and not root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS service
WORKDIR /app
COPY --from=build /app .
# A new volume takes the owner of the folder that it is put over.
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV DATACATALOG__DATA=/data URLS=http://+:5080
EXPOSE 5080
VOLUME /data
USER $APP_UID
# A HEALTHCHECK needs a program in the image; the one that is there is the service, so compose runs its verb `health`.
ENTRYPOINT ["dotnet", "DataCatalog.Server.dll"]

# The same beside pg_dump and pg_restore of the server's own version, for `backup` and `restore`.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
FROM postgres:17.6-bookworm AS operator
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
ENV DATACATALOG__DATA=/data
USER 1654
ENTRYPOINT ["/usr/share/dotnet/dotnet", "/app/DataCatalog.Server.dll"]

FROM docker.elastic.co/elasticsearch/elasticsearch:8.19.5 AS search
RUN bin/elasticsearch-plugin install --batch analysis-nori

# Built where no target is named.
FROM service
