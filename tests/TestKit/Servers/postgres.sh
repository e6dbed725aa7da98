# A PostgreSQL server that lives as long as the pipe on its standard input, then leaves nothing behind.
# Arguments: the folder of the server's programs, the port. Writes « ready » once it answers, else why it cannot.
set -eu
programs=$1
port=$2
folder=$(mktemp -d /tmp/iness-postgres-XXXXXX)
trap 'rm -rf "$folder"' EXIT
# An interrupted run closes the pipe as well: the end is always the same one.
trap : INT TERM HUP
cd "$folder"

if ! "$programs/initdb" -D data -U iness -A trust -E UTF8 --locale=C.UTF-8 --no-sync >log 2>&1; then
  cat log
  exit 1
fi

"$programs/postgres" -D data -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off \
  -c max_connections=300 -c shared_buffers=64MB >log 2>&1 </dev/null &
server=$!

until [ -f data/postmaster.pid ] && grep -q '^ready' data/postmaster.pid; do
  if ! kill -0 "$server" 2>/dev/null; then
    cat log
    exit 1
  fi
  sleep 0.05
done
echo ready

cat >/dev/null || true
kill -INT "$server" 2>/dev/null || true
wait "$server" || true
