#!/usr/bin/env bash
# Makes the secrets of docker-compose.yml where they are not there yet; says nothing of what is in them.
set -euo pipefail
umask 077
folder=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets}
mkdir -p "$folder"
random() { head -c 32 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | head -c 40; }
[ -s "$folder/postgres-password" ] || random >"$folder/postgres-password"
[ -s "$folder/admin-key" ] || random >"$folder/admin-key"
[ -s "$folder/connection-string" ] ||
  printf 'Host=postgres;Database=datacatalog;Username=datacatalog;Password=%s;Maximum Pool Size=100' "$(cat "$folder/postgres-password")" >"$folder/connection-string"
# Compose binds the files as they are: the containers' users must be able to read them, and nobody else reaches the folder.
chmod 0711 "$folder"
chmod 0444 "$folder"/*
echo "The secrets are in $folder; keep a copy where only you can read it."
