"""Opens a sealed page, written from docs/editions.md alone.

    python3 open.py PAGE <passphrase.txt >opened.html

Needs the package `cryptography`. Ends with 1 and "could not open" whatever is wrong.
"""

import base64
import json
import re
import sys
import unicodedata
import zlib

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

# White space, dashes, and marks that nobody sees.
PASSED_OVER = [
    (0x09, 0x0D), 0x20, 0x85, 0xA0, 0x1680, (0x2000, 0x200A), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
    0x2D, 0x58A, 0x5BE, 0x1400, 0x1806, (0x2010, 0x2015), 0x2E17, 0x2E1A, 0x2E3A, 0x2E3B, 0x2E40,
    0x2E5D, 0x301C, 0x3030, 0x30A0, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D, 0x10D6E, 0x10EAD,
    0xAD, 0x61C, (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), 0xFEFF,
]


def is_passed_over(character):
    code = ord(character)
    ranges = (one if isinstance(one, tuple) else (one, one) for one in PASSED_OVER)
    return any(first <= code <= last for first, last in ranges)


def normalised(passphrase):
    kept = (c for c in unicodedata.normalize("NFKC", passphrase) if not is_passed_over(c))
    return "".join(c.lower() for c in kept).replace("ς", "σ")


def inside(page, name):
    """What stands in the script element with this name."""
    found = re.search(rb'<script type="[^"]*" id="' + name + rb'">([^<]*)</script>', page)
    return found.group(1)


def opened(page, passphrase):
    text = inside(page, b"sealed-parameters")
    parameters = json.loads(text)
    told = [parameters[key] for key in ("version", "key", "cipher", "packing")]
    assert told == [1, "PBKDF2-HMAC-SHA-256", "AES-256-GCM", "deflate-raw"]
    rounds = parameters["rounds"]
    assert isinstance(rounds, int) and 1_000_000 <= rounds <= 10_000_000
    salt = base64.b64decode(parameters["salt"], validate=True)
    nonce = base64.b64decode(parameters["nonce"], validate=True)
    sealed = base64.b64decode(inside(page, b"sealed-data"), validate=True)
    key = PBKDF2HMAC(SHA256(), 32, salt, rounds).derive(normalised(passphrase).encode())
    padded = AESGCM(key).decrypt(nonce, sealed, text)
    length = int.from_bytes(padded[:8], "little")
    assert len(padded) % 4096 == 0 and length <= len(padded) - 8
    assert not padded[8 + length :].strip(b"\0")
    return zlib.decompress(padded[8 : 8 + length], wbits=-15)


if __name__ == "__main__":
    try:
        with open(sys.argv[1], "rb") as file:
            page = file.read()
        sys.stdout.buffer.write(opened(page, sys.stdin.buffer.read().decode()))
    except Exception:
        sys.exit("could not open")
