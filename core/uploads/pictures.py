"""Pictures that people send: looked at, decoded and encoded anew, so that only pixels are kept."""

import io
import threading
from typing import Any

import PIL.Image
import pillow_heif.HeifImagePlugin  # noqa: F401  registers the decoder
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import ImageCms
from willow.plugins.pillow import PillowImage

from .errors import UploadRefused
from .foreign import holds_something_else
from .kinds import JPEG, PICTURES, Kind, kind_of
from .limits import KEPT_SIDE, LONGEST_SIDE, MEGABYTE, MOST_BYTES, MOST_PIXELS
from .names import extension_of, random_name
from .structure import BrokenFile, read_layout
from .words import broken_words, hidden_words

#: Of what is kept; pages show smaller renditions of it.
_QUALITY = 90
#: Pictures decoded at once in this process: each may take 400 MB for a moment.
_DECODING = threading.BoundedSemaphore(2)
#: What decoders raise on broken data; Pillow lets errors of its libraries and of `struct` through.
_DECODER_ERRORS = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, RuntimeError)


class CleanPicture(ContentFile):  # type: ignore[type-arg]  # no generic class at run time
    """A picture encoded by us, under a name of ours: upright, in sRGB, silent about who, where and when."""

    def __init__(self, content: bytes, name: str, *, width: int, height: int, content_type: str) -> None:
        super().__init__(content, name)
        self.width = width
        self.height = height
        self.content_type = content_type


def clean_picture(upload: "File[Any]", name: str = "") -> CleanPicture:
    """Return a harmless copy of a picture: JPEG, or PNG where parts of it are transparent.

    Args:
        upload: What was sent; it is read from its start and left there.
        name: What the sender calls it, when the file itself has no name.

    Raises:
        UploadRefused: It is too large, no picture of a kind that we read, animated, broken, or something else
            as well; the sentence says which.
    """
    if isinstance(upload, CleanPicture):
        return upload
    data = read_upload(upload)
    kind = kind_of(data)
    extension = extension_of(name or upload.name or "")
    if kind not in PICTURES:
        raise UploadRefused(_words_for_no_picture(data))
    refuse_wrong_extension(kind, extension)
    _refuse_by_layout(kind, data)
    with _DECODING:
        try:
            return _encode(_decode(kind, data))
        except (*_DECODER_ERRORS, PIL.Image.DecompressionBombError, ImageCms.PyCMSError) as error:
            raise UploadRefused(broken_words()) from error


def read_upload(upload: "File[Any]") -> bytes:
    """Return the bytes of a file that is neither empty nor too large.

    Raises:
        UploadRefused: It is one or the other.
    """
    if upload.size == 0:
        raise UploadRefused(_("The file is empty. Choose it again."))
    upload.seek(0)
    # One more than allowed: a file may be larger than it says.
    data = bytes(upload.read(MOST_BYTES + 1)) if upload.size <= MOST_BYTES else b""
    upload.seek(0)
    if not data or len(data) > MOST_BYTES:
        raise UploadRefused(
            _("The file is larger than %(megabytes)s MB. Make it smaller and send it again.")
            % {"megabytes": MOST_BYTES // MEGABYTE}
        )
    return data


def refuse_wrong_extension(kind: Kind, extension: str) -> None:
    """Refuse a name that says another kind than the file is.

    Raises:
        UploadRefused: It does.
    """
    if extension not in kind.extensions:
        raise UploadRefused(
            _(
                "The file is %(kind)s, but its name ends in “%(extension)s”. "
                "Save it again as %(kind)s and send that."
            )
            % {"kind": kind.name, "extension": f".{extension}"[:12] if extension else ""}
        )


def _words_for_no_picture(data: bytes) -> str:
    if b"<svg" in data[:4096].lower():
        return _("SVG drawings can carry programs and are not taken. Save it as PNG and send that.")
    return _("This is no picture that the site can read. Send a JPEG, PNG, WebP, AVIF or HEIC file.")


def _refuse_by_layout(kind: Kind, data: bytes) -> None:
    """Refuse what the structure gives away, before a single pixel is decoded."""
    try:
        layout = read_layout(kind, data)
    except BrokenFile as error:
        raise UploadRefused(broken_words()) from error
    if layout.width * layout.height > MOST_PIXELS or max(layout.width, layout.height) > LONGEST_SIDE:
        raise UploadRefused(
            _(
                "The picture has %(width)s × %(height)s pixels, too many to read. "
                "Send one of at most %(most)s megapixels."
            )
            % {"width": layout.width, "height": layout.height, "most": MOST_PIXELS // 1_000_000}
        )
    if layout.is_animated:
        raise UploadRefused(_("The picture moves. Send a still one."))
    if holds_something_else(kind, data, layout):
        raise UploadRefused(hidden_words())


def _decode(kind: Kind, data: bytes) -> PIL.Image.Image:
    image = PIL.Image.open(io.BytesIO(data), formats=[kind.decoder])
    if kind is JPEG:
        # Decodes an eighth, a quarter or half of the pixels where that is still enough.
        image.draft(None, (KEPT_SIDE, KEPT_SIDE))
    image.load()
    return image


def _encode(image: PIL.Image.Image) -> CleanPicture:
    """Bring to the kept size, upright and into sRGB, and write nothing but pixels."""
    upright = PillowImage(_smaller(_eight_bits(image))).auto_orient().get_pillow_image()
    plain = _in_srgb(upright)
    plain.info.clear()
    output = io.BytesIO()
    if plain.mode == "RGBA":
        PillowImage(plain).save_as_png(output)
        extension, content_type = "png", "image/png"
    else:
        PillowImage(plain).save_as_jpeg(output, quality=_QUALITY, progressive=True)
        extension, content_type = "jpg", "image/jpeg"
    return CleanPicture(
        output.getvalue(),
        random_name(extension),
        width=plain.width,
        height=plain.height,
        content_type=content_type,
    )


def _smaller(image: PIL.Image.Image) -> PIL.Image.Image:
    """Bring the longest side to at most `KEPT_SIDE`, first of all, so that later steps copy few pixels."""
    longest = max(image.size)
    if longest <= KEPT_SIDE:
        return image
    if image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if longest >= 2 * KEPT_SIDE:
        image = image.reduce(longest // KEPT_SIDE)  # keeps info, orientation and profile
    scale = KEPT_SIDE / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return PillowImage(image).resize(size).get_pillow_image()


def _eight_bits(image: PIL.Image.Image) -> PIL.Image.Image:
    """Bring 16 bits to 8; Pillow would cut off whatever is brighter than 255."""
    if image.mode.startswith("I"):
        wide = image.convert("I")
        grey = wide.point(lambda value: value * (1 / 256)).convert("L")
        grey.info = dict(image.info)
        return grey
    return image


def _in_srgb(image: PIL.Image.Image) -> PIL.Image.Image:
    """Return RGB, or RGBA where something shows through, in the colours that browsers take for granted."""
    if image.mode in {"P", "PA", "LA", "La", "RGBa"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.info.get("icc_profile"):
        try:
            image = PillowImage(image).transform_colorspace_to_srgb().get_pillow_image()
        except (ImageCms.PyCMSError, OSError, ValueError):
            image.info.pop("icc_profile")  # a broken profile is worth less than the picture
    if image.mode != "RGBA" and image.has_transparency_data:
        image = image.convert("RGBA")  # one colour that shows through
    if image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255):
        return image
    return image.convert("RGB")
