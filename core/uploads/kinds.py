"""Kinds of files, told by how they begin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that the site reads."""

    name: str
    #: Endings that names of such files have.
    extensions: frozenset[str]
    #: What Pillow calls it; empty for what is no picture.
    decoder: str = ""


JPEG = Kind("JPEG", frozenset({"jpg", "jpeg", "jpe", "jfif"}), "JPEG")
PNG = Kind("PNG", frozenset({"png"}), "PNG")
WEBP = Kind("WebP", frozenset({"webp"}), "WEBP")
AVIF = Kind("AVIF", frozenset({"avif"}), "AVIF")
HEIC = Kind("HEIC", frozenset({"heic", "heif", "hif"}), "HEIF")
PDF = Kind("PDF", frozenset({"pdf"}))
PICTURES = (JPEG, PNG, WEBP, AVIF, HEIC)

_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def kind_of(data: bytes) -> Kind | None:
    """Return the kind of a file by its first bytes, whatever its name says; None for all others."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith(b"%PDF-"):
        return PDF
    if data[4:8] == b"ftyp":
        return _kind_of_media(data)
    return None


def _kind_of_media(data: bytes) -> Kind | None:
    """Tell AVIF from HEIC: `mif1` says only "pictures", the brands after it say which."""
    size = int.from_bytes(data[:4], "big")
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(size, 256), 4))}
    if brands & _AVIF_BRANDS:
        return AVIF
    return HEIC if brands & _HEIC_BRANDS else None
