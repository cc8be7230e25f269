"""Somebody with a Matrix app: matrix-nio, with a device that is confirmed by its owner as Element wants it.

    person.py HOMESERVER NAME FOLDER

Reads orders, one JSON object a line, and answers each with one line `{"answer": …}`. Everything that is heard in a
room is printed as `{"heard": …}`, decrypted.
"""

import asyncio
import json
import logging
import sys
import urllib.error
import urllib.request
import uuid

from nio import (
    AsyncClient,
    AsyncClientConfig,
    Event,
    InviteMemberEvent,
    MegolmEvent,
    ReceiptEvent,
    RoomMemberEvent,
    ShareGroupSessionResponse,
    SyncResponse,
)
from nio.api import RoomPreset
from signedjson.key import encode_verify_key_base64, generate_signing_key, get_verify_key
from signedjson.sign import sign_json

PASSWORD = "correct horse battery staple"


def say(line):
    print(json.dumps(line), flush=True)


class Person:
    def __init__(self, homeserver, name, folder):
        self.homeserver, self.name = homeserver, name
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True, max_limit_exceeded=0, max_timeouts=0)
        self.client = AsyncClient(homeserver, f"@{name}:test", store_path=folder, config=config)
        self.client.add_event_callback(self.on_event, Event)
        self.client.add_ephemeral_callback(self.on_receipts, ReceiptEvent)
        self.synced = asyncio.Event()
        self.client.add_response_callback(lambda _: self.synced.set(), SyncResponse)

    # -- the API itself, where nio has nothing

    def call(self, method, path, body=None, token=True):
        request = urllib.request.Request(self.homeserver + path, method=method)
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {self.client.access_token}")
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, data) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            return {"code": error.code, **json.load(error)}

    def register(self, name):
        body = {"username": name, "password": PASSWORD, "inhibit_login": True, "auth": {"type": "m.login.dummy"}}
        return self.call("POST", "/_matrix/client/v3/register", body, token=False)

    def confirm_device(self):
        """Makes signing keys and signs the device with them, as Element does when somebody signs up."""
        user, keys = f"@{self.name}:test", {}
        for usage in ("master", "self_signing", "user_signing"):
            key = generate_signing_key("0")
            key.version = encode_verify_key_base64(get_verify_key(key))
            keys[usage] = key
        body = {}
        for usage, key in keys.items():
            public = {"user_id": user, "usage": [usage], "keys": {f"ed25519:{key.version}": key.version}}
            body[f"{usage}_key"] = public if usage == "master" else sign_json(public, user, keys["master"])
        path = "/_matrix/client/v3/keys/device_signing/upload"
        answer = self.call("POST", path, body)
        if "session" in answer:
            identifier = {"type": "m.id.user", "user": user}
            body["auth"] = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}
            body["auth"]["session"] = answer["session"]
            answer = self.call("POST", path, body)
        device = self.client.device_id
        query = self.call("POST", "/_matrix/client/v3/keys/query", {"device_keys": {user: [device]}})
        known = query["device_keys"][user][device]
        known.pop("unsigned", None)
        signed = sign_json(known, user, keys["self_signing"])
        return self.call("POST", "/_matrix/client/v3/keys/signatures/upload", {user: {device: signed}})

    async def on_event(self, room, event):
        source = event.source
        heard = {
            "room": room.room_id,
            "id": event.event_id,
            "sender": event.sender,
            "type": source.get("type"),
            "content": source.get("content", {}),
            "state_key": source.get("state_key"),
            "sealed": isinstance(event, MegolmEvent),
            "encrypted": bool(getattr(event, "decrypted", False)),
            "transaction": source.get("unsigned", {}).get("transaction_id"),
        }
        say({"heard": heard})

    async def on_receipts(self, room, event):
        """Who has seen what: the id is that of the message."""
        for receipt in event.receipts:
            heard = {"room": room.room_id, "id": receipt.event_id, "sender": receipt.user_id, "type": "m.receipt"}
            say({"heard": {**heard, "content": {}, "sealed": False, "encrypted": False}})

    # -- orders

    async def begin(self, confirm=True):
        self.register(self.name)
        await self.client.login(PASSWORD, device_name="phone")
        await self.client.sync(timeout=0, full_state=True)
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        confirmed = self.confirm_device() if confirm else None
        self.loop = asyncio.create_task(self.listen())
        return {"user": self.client.user_id, "confirmed": confirmed}

    async def listen(self):
        while True:
            try:
                await self.client.sync_forever(timeout=5000, full_state=True)
            except Exception:  # the homeserver is away
                await asyncio.sleep(0.2)

    async def signs_up(self, name):
        return self.register(name)

    async def room(self, invite, encrypted=True, speak=0, direct=False):
        """Makes a room and asks somebody in."""
        state = []
        if encrypted:
            content = {"algorithm": "m.megolm.v1.aes-sha2"}
            state.append({"type": "m.room.encryption", "state_key": "", "content": content})
        levels = {"events_default": speak} if speak else None
        # As Element makes a direct chat: both may do everything.
        preset = RoomPreset.trusted_private_chat if direct else None
        answer = await self.client.room_create(
            is_direct=True, invite=[invite], initial_state=state, power_level_override=levels, preset=preset
        )
        return {"room": answer.room_id}

    async def joined(self, room):
        members = self.call("GET", f"/_matrix/client/v3/rooms/{room}/joined_members")
        return sorted(members.get("joined", {}))

    async def send(self, room, content, kind="m.room.message"):
        if kind == "m.reaction":
            path = f"/_matrix/client/v3/rooms/{room}/send/m.reaction/{uuid.uuid4()}"
            return self.call("PUT", path, content)
        if self.client.rooms[room].encrypted:
            await self.client.joined_members(room)
            if self.client.should_query_keys:
                await self.client.keys_query()
        answer = await self.client.room_send(room, kind, content, ignore_unverified_devices=True)
        return {"event_id": getattr(answer, "event_id", None), "error": getattr(answer, "message", None)}

    async def wipe(self, room, event):
        path = f"/_matrix/client/v3/rooms/{room}/redact/{event}/{id(event)}"
        return self.call("PUT", path, {})

    async def send_in_clear(self, room, content):
        path = f"/_matrix/client/v3/rooms/{room}/send/m.room.message/{uuid.uuid4()}"
        return self.call("PUT", path, content)

    async def share_nothing(self, room):
        """The next message in this room has a key that its readers get only with `share`."""
        self.client.invalidate_outbound_session(room)
        real = self.client._send
        self.kept = []

        async def keep(kind, *order, **more):
            if kind is not ShareGroupSessionResponse:
                return await real(kind, *order, **more)
            self.kept.append((kind, order, more))

        self.client._send = keep
        return {}

    async def share_anew(self, room):
        """What comes after has a key that its readers get at once."""
        self.client.__dict__.pop("_send", None)
        self.client.invalidate_outbound_session(room)
        return {}

    async def share(self):
        self.client.__dict__.pop("_send", None)
        for kind, order, more in self.kept:
            await self.client._send(kind, *order, **more)
        return {}

    async def file(self, room, name, mimetype, text):
        """Sends a file, encrypted."""
        import io

        data = text.encode()
        answer, keys = await self.client.upload(
            io.BytesIO(data), content_type=mimetype, filename=name, encrypt=True, filesize=len(data)
        )
        content = {
            "msgtype": "m.file",
            "body": name,
            "info": {"mimetype": mimetype, "size": len(data)},
            "file": {"url": answer.content_uri, **keys},
        }
        return await self.send(room, content)

    async def fetch(self, content):
        """The bytes of a file that was sent, decrypted, as Latin-1."""
        from nio.crypto.attachments import decrypt_attachment

        answer = await self.client.download(content["file"]["url"])
        file = content["file"]
        data = decrypt_attachment(answer.body, file["key"]["k"], file["hashes"]["sha256"], file["iv"])
        return data.decode("latin-1")

    async def invite(self, room, who):
        return self.call("POST", f"/_matrix/client/v3/rooms/{room}/invite", {"user_id": who})

    async def kick(self, room, who):
        return self.call("POST", f"/_matrix/client/v3/rooms/{room}/kick", {"user_id": who})

    async def join(self, room):
        return self.call("POST", f"/_matrix/client/v3/rooms/{room}/join", {})

    async def leave(self, room):
        return self.call("POST", f"/_matrix/client/v3/rooms/{room}/leave", {})

    async def needs_to_speak(self, room, level):
        """From now on whoever says something in this room needs this level; others have none."""
        path = f"/_matrix/client/v3/rooms/{room}/state/m.room.power_levels"
        return self.call("PUT", path, {**self.call("GET", path), "events_default": level})

    async def upgrade(self, room):
        return self.call("POST", f"/_matrix/client/v3/rooms/{room}/upgrade", {"new_version": "10"})

    async def thread(self, room, root):
        """What stands in a thread, as the homeserver knows it, newest first."""
        return self.call("GET", f"/_matrix/client/v1/rooms/{room}/relations/{root}/m.thread?limit=100")

    async def state(self, room):
        return self.call("GET", f"/_matrix/client/v3/rooms/{room}/state")

    async def log_out_everywhere(self, name):
        identifier = {"type": "m.id.user", "user": name}
        body = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD}
        token = self.call("POST", "/_matrix/client/v3/login", body, token=False)["access_token"]
        request = urllib.request.Request(self.homeserver + "/_matrix/client/v3/logout/all", b"{}", method="POST")
        request.add_header("Authorization", f"Bearer {token}")
        return json.load(urllib.request.urlopen(request))

    async def renews_keys(self):
        return self.confirm_device()

    async def devices(self, who):
        return self.call("POST", "/_matrix/client/v3/keys/query", {"device_keys": {who: []}})

    async def timeline(self, room):
        """Everything that was sent in a room, as the homeserver knows it, newest first."""
        return self.call("GET", f"/_matrix/client/v3/rooms/{room}/messages?dir=b&limit=500")


async def main():
    logging.disable(logging.CRITICAL)
    person = Person(*sys.argv[1:4])
    reader = asyncio.StreamReader(limit=2**24)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        order = json.loads(line)
        try:
            answer = await getattr(person, order.pop("do"))(**order)
        except Exception as error:  # the test says what it did not expect
            answer = {"failed": repr(error)}
        say({"answer": answer})
    await person.client.close()


asyncio.run(main())
