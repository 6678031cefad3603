"""A device with passkeys, made of software: it answers as a browser would (WebAuthn 2, no attestation)."""

import base64
import hashlib
import json
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256

#: Flags of authenticator data: present, verified, with credential data.
_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


def encoded(data):
    """Return bytes as web addresses hold them."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text):
    """Read such a text."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Device:
    """One passkey on one device."""

    def __init__(self, origin="https://testserver"):
        self.origin = origin
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(16)
        self.user = b""

    def create(self, options):
        """Answer the question of a registration."""
        asked = options["publicKey"]
        self.user = decoded(asked["user"]["id"])
        public = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        credential = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        data = self._data(asked["rp"]["id"], _PRESENT | _VERIFIED | _ATTESTED) + credential
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(
            clientDataJSON=encoded(self._client("webauthn.create", asked)),
            attestationObject=encoded(attestation),
        )

    def get(self, options):
        """Answer the question of a log-in."""
        asked = options["publicKey"]
        client = self._client("webauthn.get", asked)
        data = self._data(asked["rpId"], _PRESENT | _VERIFIED)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=encoded(client),
            authenticatorData=encoded(data),
            signature=encoded(signature),
            userHandle=encoded(self.user),
        )

    def _client(self, kind, asked):
        return json.dumps({"type": kind, "challenge": asked["challenge"], "origin": self.origin}).encode()

    def _data(self, site, flags):
        return hashlib.sha256(site.encode()).digest() + bytes([flags]) + bytes(4)

    def _answer(self, **response):
        return json.dumps(
            {
                "type": "public-key",
                "id": encoded(self.id),
                "rawId": encoded(self.id),
                "response": response,
                "clientExtensionResults": {"credProps": {"rk": True}},
            }
        )
