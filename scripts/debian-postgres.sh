#!/bin/sh
# Runs a command against the PostgreSQL of Debian's package:
#
#   scripts/debian-postgres.sh npx vitest run
#
# A new server in a temporary folder, on a private socket, never as root; DATABASE_URL tells the command where it is.
# As root it installs the package when it is missing. Without a command it prints DATABASE_URL and runs until it is stopped.
# DURABLE=1 forces writes to disk (for measuring); otherwise the server is for tests and does not.
set -eu

newest() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1; }

bin=$(newest)
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo 'PostgreSQL is missing. Install it first: sudo apt-get install postgresql' >&2
    exit 1
  fi
  # The package would start a server of its own, which nobody needs here.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql; } >&2
  bin=$(newest)
fi

folder=$(mktemp -d /tmp/to-so-debian-XXXXXX)
if [ "$(id -u)" -eq 0 ]; then
  chown postgres: "$folder"
  as() { setpriv --reuid=postgres --regid=postgres --init-groups --reset-env -- "$@"; }
else
  as() { "$@"; }
fi

command=
finish() {
  code=$?
  trap - EXIT
  [ -z "$command" ] || { kill "$command" 2>/dev/null && wait "$command"; } || true
  as "$bin/pg_ctl" stop --silent --mode=immediate -D "$folder/pg" >&2 || true
  rm -rf "$folder"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ "${DURABLE:-}" ]; then durable=on; else durable=off; fi
cd /
as "$bin/initdb" --no-sync -D "$folder/pg" -U to_so_admin -E UTF8 --locale=C.UTF-8 --data-checksums \
  --auth-local=trust --auth-host=reject >"$folder/initdb.log" || { cat "$folder/initdb.log" >&2; exit 1; }
cat >>"$folder/pg/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 60
fsync = $durable
full_page_writes = $durable
synchronous_commit = $durable
jit = off
timezone = 'UTC'
CONF
as "$bin/pg_ctl" start --silent --wait -D "$folder/pg" -l "$folder/log" >&2 || { cat "$folder/log" >&2; exit 1; }
# No superuser, like the user that an administrator gives the product: what it needs is to make databases (tests) and roles.
as "$bin/psql" -qX -v ON_ERROR_STOP=1 -h "$folder" -U to_so_admin -d postgres \
  -c 'create role to_so login createdb createrole' -c 'create database to_so owner to_so'
cd "$OLDPWD"

DATABASE_URL="postgresql://to_so@localhost/to_so?host=$folder"
export DATABASE_URL
if [ $# -eq 0 ]; then
  echo "DATABASE_URL='$DATABASE_URL'"
  set -- sleep infinity
fi
"$@" &
command=$!
code=0
wait "$command" || code=$?
command=
exit "$code"
