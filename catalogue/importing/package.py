"""Looking into the ZIP package that an XLSX file is, before anything builds cells out of it."""

import zipfile
from io import BytesIO
from typing import NoReturn
from xml.parsers import expat

from django.utils.translation import gettext as _
from openpyxl.utils import range_boundaries

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED_BYTES = 40 * 1024 * 1024
MOST_PARTS = 200
#: Each is a handful of writes in one transaction, during which nobody else writes.
MOST_ROWS = 500
MOST_COLUMNS = 60
#: Of all parts together; 500 rows of 60 cells with their texts take about 200,000.
MOST_ELEMENTS = 300_000
#: Cells that ranges cover, all together.
MOST_COVERED = MOST_ROWS * MOST_COLUMNS
_OLD_XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Elements whose range openpyxl fills with cells, one by one: a whole sheet has 17 thousand million.
_FILLED = frozenset({"mergeCell", "hyperlink", "comment"})
#: How XML begins, in encodings that one reader knows and another may not.
_LIKE_XML = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<", b"\x4c\x6f\xa7\x94")


class FileRefused(Exception):
    """The file as a whole cannot be read; the text is for the person who sent it."""


def look_inside(content: bytes) -> None:
    """Refuse what is no plain XLSX file of sensible size.

    Raises:
        FileRefused: The sentence says why.
    """
    if len(content) > MOST_BYTES:
        raise FileRefused(_("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1024 // 1024})
    if content.startswith(_OLD_XLS):
        raise FileRefused(_("This is an old XLS file or a locked one. Save it as XLSX without a password."))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _look_at_parts(archive)
    except FileRefused:
        raise
    except Exception as error:  # zipfile and its unpackers raise whatever broken bytes make them stumble over
        raise FileRefused(_("This is no XLSX file. Take the template.")) from error


def broken() -> FileRefused:
    """Return the refusal of a file that cannot be read to its end."""
    return FileRefused(_("The file is broken: save it again as XLSX."))


def _look_at_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        raise _too_large()
    names = {part.filename.lower() for part in parts}
    if "xl/workbook.xml" not in names:
        raise FileRefused(_("This is no XLSX file. Take the template."))
    if any(
        "vbaproject" in name or (name.endswith(".bin") and "printersettings" not in name) for name in names
    ):
        raise FileRefused(_("The file holds macros or embedded programs. Save it as plain XLSX."))
    markup = _Markup()
    for part in parts:
        # Whatever its name: a workbook may say that its sheet lies in `xl/media/picture.png`.
        markup.look_at(archive.read(part))


def _too_large() -> FileRefused:
    return FileRefused(_("The file unpacks to far more than such a list needs."))


class _Markup:
    """Counts what the parts of one file hold; reading them builds nothing."""

    def __init__(self) -> None:
        self._elements = 0
        self._covered = 0
        self._rows = 0

    def look_at(self, data: bytes) -> None:
        """Read one part to its end.

        Raises:
            FileRefused: It declares entities, or the file holds too much.
        """
        self._rows = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._element
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            if data.startswith(_LIKE_XML):
                raise broken() from error
        if self._has_too_many_rows:
            words = _("The sheet has %(rows)s rows; at most %(most)s are read at once.")
            raise FileRefused(words % {"rows": self._rows, "most": MOST_ROWS})

    @property
    def _has_too_many_rows(self) -> bool:
        """Say whether this part alone is too long; a few rows may be empty."""
        return self._rows > MOST_ROWS + 50

    def _doctype(self, *_declaration: object) -> NoReturn:
        raise broken()

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        local = name.rpartition(" ")[2]
        if local == "row":
            self._rows += 1
        elif local in _FILLED:
            self._covered += _cells_of(attributes.get("ref", ""))
        # A sheet that is too long is read on, so that its rows can be told.
        too_much = self._elements > MOST_ELEMENTS and not self._has_too_many_rows
        if too_much or self._covered > MOST_COVERED:
            raise _too_large()


def _cells_of(reference: str) -> int:
    """Return how many cells a range such as `A2:C9` covers."""
    try:
        first_column, first_row, last_column, last_row = range_boundaries(reference)
    except ValueError as error:
        raise broken() from error
    if first_column is None or first_row is None or last_column is None or last_row is None:
        raise broken()  # a whole column or row
    return (last_column - first_column + 1) * (last_row - first_row + 1)
