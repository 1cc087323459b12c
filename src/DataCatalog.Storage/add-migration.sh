#!/bin/sh
# Generates the migration NAME for both databases: add-migration.sh NAME
set -eu
name=${1:?give the migration a name, as in AddObligations}
cd "$(dirname "$0")"
dotnet tool restore
dotnet build --verbosity quiet
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --context "${provider}RegistryDb" --output-dir "$provider/Migrations"
done
