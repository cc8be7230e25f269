"""A Matrix homeserver (Synapse, SQLite, loopback) for the tests.

    homeserver.py FOLDER [default-limits | default-joins]

Prints its address as soon as it answers. Then it reads orders, one a line: `stop`, `start`, `expire USER`; each is
answered with `done`. When nobody gives orders any more, it stops.
"""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request

LIFTED = """
rc_message: {per_second: 10000, burst_count: 10000}
rc_registration: {per_second: 10000, burst_count: 10000}
rc_login:
  address: {per_second: 10000, burst_count: 10000}
  account: {per_second: 10000, burst_count: 10000}
  failed_attempts: {per_second: 10000, burst_count: 10000}
rc_joins:
  local: {per_second: 10000, burst_count: 10000}
  remote: {per_second: 10000, burst_count: 10000}
rc_joins_per_room: {per_second: 10000, burst_count: 10000}
rc_invites:
  per_room: {per_second: 10000, burst_count: 10000}
  per_user: {per_second: 10000, burst_count: 10000}
  per_issuer: {per_second: 10000, burst_count: 10000}
rc_room_creation: {per_second: 10000, burst_count: 10000}
"""

# What a fresh Synapse does to somebody who talks a lot; people and log-ins are left alone.
TIGHT = LIFTED.replace("rc_message: {per_second: 10000, burst_count: 10000}", "rc_message: {per_second: 0.2, burst_count: 10}")

# The same for somebody who is asked into many rooms.
FEW_JOINS = LIFTED.replace("local: {per_second: 10000, burst_count: 10000}", "local: {per_second: 0.1, burst_count: 10}")

LIMITS = {"default-limits": TIGHT, "default-joins": FEW_JOINS}

CONFIG = """
server_name: test
pid_file: {folder}/pid
listeners:
  - port: {port}
    type: http
    bind_addresses: ['127.0.0.1']
    resources: [{{names: [client], compress: false}}]
database: {{name: sqlite3, args: {{database: {folder}/homeserver.db}}}}
media_store_path: {folder}/media
signing_key_path: {folder}/signing.key
log_config: {folder}/log.yaml
trusted_key_servers: []
suppress_key_server_warning: true
federation_domain_whitelist: []
report_stats: false
enable_registration: true
enable_registration_without_verification: true
macaroon_secret_key: tests
presence: {{enabled: false}}
{limits}
"""

LOG = """
version: 1
formatters: {{plain: {{format: '%(asctime)s %(levelname)s %(name)s %(message)s'}}}}
handlers: {{file: {{class: logging.FileHandler, filename: {folder}/log, formatter: plain}}}}
root: {{level: WARNING, handlers: [file]}}
disable_existing_loggers: false
"""


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Homeserver:
    def __init__(self, folder, limits):
        self.folder, self.port = folder, free_port()
        self.config = os.path.join(folder, "homeserver.yaml")
        os.makedirs(folder, exist_ok=True)
        with open(self.config, "w") as file:
            file.write(CONFIG.format(folder=folder, port=self.port, limits=limits))
        with open(os.path.join(folder, "log.yaml"), "w") as file:
            file.write(LOG.format(folder=folder))
        self.run("--generate-keys").wait()
        self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def run(self, *flags):
        command = [sys.executable, "-m", "synapse.app.homeserver", "-c", self.config, *flags]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self):
        self.process = self.run()
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(self.url + "/_matrix/client/versions", timeout=1).read()
                return
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit(open(os.path.join(self.folder, "log")).read())
                time.sleep(0.05)
        raise SystemExit("the homeserver did not answer within a minute")

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait()
            self.process = None

    def expire(self, user):
        """From now on the sessions of somebody are too old, as after `session_lifetime`; their devices stay."""
        self.stop()
        database = sqlite3.connect(os.path.join(self.folder, "homeserver.db"))
        with database:
            changed = database.execute("UPDATE access_tokens SET valid_until_ms = 1 WHERE user_id = ?", (user,))
            if changed.rowcount < 1:
                raise SystemExit(f"{user} has no session")
        database.close()
        self.start()


def main():
    homeserver = Homeserver(sys.argv[1], next((LIMITS[flag] for flag in sys.argv[2:]), LIFTED))
    homeserver.start()
    print(homeserver.url, flush=True)
    try:
        for line in sys.stdin:
            order, *about = line.split()
            getattr(homeserver, order)(*about)
            print("done", flush=True)
    finally:
        homeserver.stop()


if __name__ == "__main__":
    main()
