"""Pictures and PDFs made for the tests, good ones first."""

import io
import struct
import zipfile
import zlib
from typing import Any

import PIL.Image
import pillow_heif.HeifImagePlugin  # noqa: F401  registers the encoder

SIZE = (120, 80)


def picture(kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = SIZE, **options: Any) -> bytes:
    """Encode a picture: red at the left, blue at the right."""
    image = PIL.Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (size[0] // 2, 0, *size))
    output = io.BytesIO()
    image.convert(mode).save(output, kind, **options)
    return output.getvalue()


def noise(kind: str, **options: Any) -> bytes:
    """Encode a picture that does not compress, so that cutting it cuts pixels."""
    output = io.BytesIO()
    PIL.Image.effect_noise((160, 120), 90).convert("RGB").save(output, kind, **options)
    return output.getvalue()


def film(kind: str, frames: int) -> bytes:
    """Encode a picture that moves."""
    pictures = [PIL.Image.new("RGB", (20, 20), (number % 256, 0, 0)) for number in range(frames)]
    output = io.BytesIO()
    pictures[0].save(output, kind, save_all=True, append_images=pictures[1:], duration=40)
    return output.getvalue()


def png_of(width: int, height: int, rows: bytes = b"") -> bytes:
    """Write a PNG that claims a size, whatever its pixels are."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(name, body)
        for name, body in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


def chunk(name: bytes, body: bytes) -> bytes:
    """Write one chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def claiming(data: bytes, width: int, height: int) -> bytes:
    """Let an AVIF or HEIC claim another size in all its `ispe` boxes."""
    parts = data.split(b"ispe")
    claimed = struct.pack(">III", 0, width, height)
    return b"ispe".join([parts[0], *(claimed + part[12:] for part in parts[1:])])


def webp_of(width: int, height: int) -> bytes:
    """Let an extended WebP claim another canvas."""
    data = bytearray(picture("WEBP", "RGBA", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"))
    at = data.index(b"VP8X") + 12
    data[at : at + 6] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(data)


def jpeg_of(width: int, height: int) -> bytes:
    """Let a JPEG claim another size in its frame."""
    data = bytearray(picture())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def jpeg_with_segment(marker: int, body: bytes) -> bytes:
    """Put a segment behind the first marker of a JPEG."""
    data = picture()
    return data[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body + data[2:]


def jpeg_with_scans(count: int) -> bytes:
    """Repeat the scan of a JPEG, as one that wants to keep a decoder busy does."""
    data = picture()
    scan = data[data.index(b"\xff\xda") : -2]
    return data[:-2] + scan * count + data[-2:]


def archive() -> bytes:
    """Write a small ZIP."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        file.writestr("run.sh", "echo")
    return output.getvalue()


def pdf(catalogue: bytes = b"", *objects: bytes, trailer: bytes = b"", version: bytes = b"1.7") -> bytes:
    """Write a PDF of one empty page; `catalogue` goes into its root, further objects behind it."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalogue + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        *objects,
    ]
    data, places = b"%PDF-" + version + b"\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R " % (len(bodies) + 1) + trailer
    return data + b">>\nstartxref\n%d\n%%%%EOF\n" % start


def packed_objects(
    content: bytes, head: bytes = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
) -> bytes:
    """Write a stream of objects, packed."""
    body = zlib.compress(b"9 0 " + content)
    return b"<< " + head + b" /Length %d >>\nstream\n" % len(body) + body + b"\nendstream"
