"""The shops from their files, one file each."""

import tomllib
from pathlib import Path

from core.data_files import DataFileError

from .shapes import Shop

SHOPS = Path(__file__).resolve().parent / "shops"


def read_shops(folder: Path = SHOPS) -> list[Shop]:
    """Read all shops in the order of their file names.

    Raises:
        DataFileError: A file cannot be read, or something is missing or unknown in it.
    """
    shops = []
    for path in sorted(folder.glob("*.toml")):
        try:
            shops.append(Shop.read(tomllib.loads(path.read_text(encoding="utf-8"))))
        except KeyError as error:
            raise DataFileError(path.name, None, f"{error} is missing") from error
        except (OSError, TypeError, ValueError) as error:
            raise DataFileError(path.name, None, f"cannot be read: {error}") from error
    if not shops:
        raise DataFileError(folder.name, None, "there are no shops")
    return shops
