"""Pictures: decoded in full and written anew, so that nothing but what can be seen is kept."""

from __future__ import annotations

import warnings
from io import BytesIO

from pi_heif import register_heif_opener  # pyright: ignore[reportUnknownVariableType]
from PIL import Image, ImageOps, UnidentifiedImageError

from cases.documents import LARGEST
from tools.documents.endings import require_whole
from tools.documents.flaws import Flaw, Flawed
from tools.documents.kinds import HEIC, JPEG, PNG

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 20_000
KEPT_SIDE = 5_000
"""Pixels of the longer side that are kept: an A4 page at over 400 dots an inch."""

_QUALITY = 88
_FORMATS = {JPEG: ["JPEG", "MPO"], PNG: ["PNG"], HEIC: ["HEIF"]}


def rewrite(content: bytes, media_type: str) -> tuple[str, bytes]:
    """The picture alone, upright and without what a camera wrote about it (place, time, owner).

    HEIC becomes JPEG, which every browser shows. Raises Flawed.
    """
    register_heif_opener()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    require_whole(content, media_type)
    try:
        _verify(content, media_type)
        with Image.open(BytesIO(content), formats=_FORMATS[media_type]) as image:
            image.draft("RGB", (KEPT_SIDE, KEPT_SIDE))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
            return _encode(upright, PNG if media_type == PNG else JPEG)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Flawed(Flaw.TOO_MANY_PIXELS) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise Flawed(Flaw.DAMAGED) from error


def _verify(content: bytes, media_type: str) -> None:
    """Look at the size that the picture claims before a pixel is unpacked, then at its check sums."""
    with Image.open(BytesIO(content), formats=_FORMATS[media_type]) as image:
        width, height = image.size
        if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
            raise Flawed(Flaw.TOO_MANY_PIXELS)
        image.verify()


def _encode(image: Image.Image, media_type: str) -> tuple[str, bytes]:
    plain = _plain(image)
    if media_type == PNG:
        written = _write(plain, "PNG")
        if len(written) <= LARGEST:
            return PNG, written
    return JPEG, _write(_on_white(plain), "JPEG", quality=_QUALITY)


def _plain(image: Image.Image) -> Image.Image:
    """Only the pixels, in a mode that every viewer knows."""
    if image.has_transparency_data:
        mode = "RGBA"
    elif image.mode.startswith("I"):
        image, mode = _scaled(image), "L"
    else:
        mode = "L" if image.mode in ("1", "L", "LA") else "RGB"
    shown = image.convert(mode)
    plain = Image.new(mode, shown.size)
    plain.paste(shown)
    return plain


def _scaled(image: Image.Image) -> Image.Image:
    """Sixteen bits of grey in eight; converting alone would cut them off at white."""
    return image.convert("F").point(lambda level: level * (1 / 256) + 0)  # pyright: ignore[reportUnknownMemberType]


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def _write(image: Image.Image, form: str, **options: int) -> bytes:
    written = BytesIO()
    image.save(written, form, **options)
    return written.getvalue()
