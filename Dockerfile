# Builds the service and runs it without a shell or root.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/DataCatalog.Server --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
ENV DATACATALOG__DATA=/data URLS=http://+:5080
EXPOSE 5080
VOLUME /data
ENTRYPOINT ["dotnet", "DataCatalog.Server.dll"]
