#!/usr/bin/env bash
# Makes the database of an earlier release, with data in it, for test/start/upgrade.test.ts:
#   test/upgrade/dump-release.sh COMMIT SERVER     (SERVER: postgres://... of a superuser called postgres)
# writes test/upgrade/COMMIT.sql.gz. It needs git, and pg_dump no older than the server. The commit is built with the
# packages that are installed here, so its lock file should be the same, but for what was added since.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
commit=$1
server=${2%/*}
database=heed_release_$$
folder=$(mktemp -d)
export PATH="$root/node_modules/.bin:$PATH" PORT=${PORT:-34599}

cleanup() {
  [ -z "${running:-}" ] || kill "$running" 2>/dev/null && wait "$running" 2>/dev/null || true
  psql -q "$server/postgres" -c "DROP DATABASE IF EXISTS $database WITH (FORCE)"
  rm -rf "$folder"
}
trap cleanup EXIT

git -C "$root" archive "$commit" | tar -x -C "$folder"
ln -s "$root/node_modules" "$folder/node_modules"
cd "$folder"
echo 'export default async () => ({});' >src/metadata.ts
node node_modules/@nestjs/cli/bin/nest.js build
psql -q "$server/postgres" -c "CREATE DATABASE $database TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'"

# The key with which the test opens what was sealed: 32 bytes of 7.
(umask 077 && node -p 'Buffer.alloc(32, 7).toString("base64")' >key)
DATABASE_URL="$server/$database" HEED_DATA="$folder/data" HEED_KEY_FILE="$folder/key" node dist/src/main.js --demo &
running=$!
for _ in $(seq 120); do
  curl -sf "http://127.0.0.1:$PORT/health/ready" >/dev/null && break
  sleep 0.5
done
node "$root/test/upgrade/acts.mjs" "http://127.0.0.1:$PORT"
kill "$running" && wait "$running" && running=

# Statements that any client can send: no COPY, and none of psql's own commands.
pg_dump --inserts --rows-per-insert=500 --no-comments "$server/$database" | grep -v '^\\' |
  gzip -9n >"$root/test/upgrade/$(git -C "$root" rev-parse --short=7 "$commit").sql.gz"
ls -l "$root/test/upgrade/"
