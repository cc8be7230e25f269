# A PostgreSQL of its own on loopback, in a folder that goes away: start_postgres, stop_postgres.
# Sets NOODPLAN_TEST_POSTGRES. The server does not run as root, so root lends it an account.

start_postgres() {
    postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    postgres_dir=$(mktemp -d)
    postgres_port=$(( 20000 + RANDOM % 20000 ))
    postgres_as=()
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$postgres_dir"
        postgres_as=(runuser -u postgres --)
    fi
    "${postgres_as[@]}" "$postgres_bin/initdb" -D "$postgres_dir/data" -U noodplan -A trust -E UTF8 >/dev/null
    "${postgres_as[@]}" "$postgres_bin/pg_ctl" -D "$postgres_dir/data" -w -l "$postgres_dir/log" start \
        -o "-c listen_addresses=127.0.0.1 -c port=$postgres_port -c unix_socket_directories='$postgres_dir'" >/dev/null
    "${postgres_as[@]}" "$postgres_bin/createdb" -h 127.0.0.1 -p "$postgres_port" -U noodplan noodplan
    export NOODPLAN_TEST_POSTGRES="postgres://noodplan@127.0.0.1:$postgres_port/noodplan?sslmode=disable"
}

stop_postgres() {
    "${postgres_as[@]}" "$postgres_bin/pg_ctl" -D "$postgres_dir/data" -m immediate stop >/dev/null || true
    rm -rf "$postgres_dir"
}
