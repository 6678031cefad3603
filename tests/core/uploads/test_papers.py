"""Papers: PDFs that can only be read, or photos; everything else is refused with a sentence."""

import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from weasyprint import HTML

from core.uploads.errors import UploadRefused
from core.uploads.limits import MOST_BYTES
from core.uploads.papers import clean_paper

from .samples import archive, packed_objects, pdf, picture

ACTS, BROKEN, HIDDEN, PACKED = "holds a program", "broken or not complete", "is hidden", "cannot look into"
SCRIPT = b"<< /S /JavaScript /JS (app.alert(1)) >>"
OBJECTS = b"/N 1 /First 4 /Filter /FlateDecode"
TWICE = zlib.compress(zlib.compress(SCRIPT))


def stream(head: bytes, body: bytes) -> bytes:
    return b"<< " + head + b" >>\nstream\n" + body + b"\nendstream"


#: What is wrong; the bytes; the file's name; part of what is said.
BAD = [
    ("nothing", b"", "a.pdf", "The file is empty"),
    ("text", b"hello", "a.pdf", "neither a PDF nor a picture"),
    ("an office document", archive(), "a.docx", "neither a PDF nor a picture"),
    ("too large", pdf() + b" " * MOST_BYTES, "a.pdf", "larger than 10 MB"),
    ("says picture", pdf(), "a.jpg", "The file is PDF, but its name ends in “.jpg”"),
    ("cut in half", pdf()[:200], "a.pdf", BROKEN),
    ("cut at the end", pdf()[:-8], "a.pdf", BROKEN),
    ("no such version", pdf(version=b"9.9"), "a.pdf", BROKEN),
    ("the list of objects lies elsewhere", pdf().replace(b"startxref\n", b"startxref\n9"), "a.pdf", BROKEN),
    ("a script when it opens", pdf(b"/OpenAction " + SCRIPT), "a.pdf", ACTS),
    ("a script written in codes", pdf(b"/OpenAction << /S /J#61vaScr#69pt /JS (1) >>"), "a.pdf", ACTS),
    ("a script packed with other objects", pdf(b"", packed_objects(SCRIPT)), "a.pdf", ACTS),
    (
        "a script in a stream without a type",
        pdf(b"", packed_objects(SCRIPT, OBJECTS)),
        "a.pdf",
        ACTS,
    ),
    (
        "a stream whose type is written in codes",
        pdf(b"", packed_objects(SCRIPT, b"/Type /Obj#53tm /N 1 /Fi#72st 4 /Filter /Fl#61teDecode")),
        "a.pdf",
        ACTS,
    ),
    (
        "a dictionary with a decoy before the stream",
        pdf(b"", packed_objects(SCRIPT, b"/T (1 0 obj << \\) (>>)) % >>\n" + OBJECTS)),
        "a.pdf",
        ACTS,
    ),
    (
        "a script packed twice",
        pdf(b"", stream(b"/N 1 /First 4 /Filter [/FlateDecode /FlateDecode]", TWICE)),
        "a.pdf",
        PACKED,
    ),
    (
        "a script packed as text",
        pdf(b"", stream(b"/N 1 /First 4 /Filter /ASCIIHexDecode", SCRIPT.hex().encode() + b">")),
        "a.pdf",
        PACKED,
    ),
    (
        "objects behind a predictor",
        pdf(b"", packed_objects(SCRIPT, OBJECTS + b"/DecodeParms << /Predictor 11 >>")),
        "a.pdf",
        PACKED,
    ),
    (
        "a packing named elsewhere",
        pdf(b"", packed_objects(SCRIPT, b"/N 1 /First 4 /Filter 9 0 R")),
        "a.pdf",
        PACKED,
    ),
    ("a dictionary without end", pdf(b"", b"<< /T " + b"(a) " * 100_000 + b" >>"), "a.pdf", PACKED),
    ("objects that unpack to 200 MB", pdf(b"", packed_objects(b" " * 200_000_000)), "a.pdf", PACKED),
    ("starts a program", pdf(b"/OpenAction << /S /Launch /F (cmd.exe) >>"), "a.pdf", ACTS),
    ("carries a file", pdf(b"/Names << /EmbeddedFiles << /Names [] >> >>"), "a.pdf", ACTS),
    ("carries a film", pdf(b"", b"<< /Type /Annot /Subtype /RichMedia >>"), "a.pdf", ACTS),
    ("an XFA form", pdf(b"/AcroForm << /XFA [] >>"), "a.pdf", ACTS),
    ("a form that sends", pdf(b"", b"<< /S /SubmitForm /F (https://example.org) >>"), "a.pdf", ACTS),
    ("locked", pdf(trailer=b"/Encrypt 9 0 R "), "a.pdf", "protected by a password"),
    ("a ZIP behind", pdf() + archive(), "a.pdf", BROKEN),
    ("a ZIP inside", pdf(b"", stream(b"/Length 9", archive())), "a.pdf", HIDDEN),
    ("a page inside", pdf(b"/T (<script>alert(1)</script>)"), "a.pdf", HIDDEN),
    ("something before it", b"GIF89a" + pdf(), "a.pdf", "neither a PDF nor a picture"),
    ("something behind it", pdf() + b"MZ\x90", "a.pdf", BROKEN),
    ("a picture with a PDF behind", picture() + pdf(), "a.jpg", HIDDEN),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_paper_is_refused_with_a_sentence(data, name, words):
    said = {}
    for language in ("en", "vi"):
        with translation.override(language), pytest.raises(UploadRefused) as refused:
            clean_paper(SimpleUploadedFile(name, data))
        said[language] = str(refused.value)

    assert words in said["en"]
    assert said["vi"] != said["en"]


GOOD = [
    ("one page", pdf()),
    ("an older version", pdf(version=b"1.4")),
    ("opens on a page", pdf(b"/OpenAction [3 0 R /Fit]")),
    ("a link", pdf(b"", b"<< /Subtype /Link /A << /S /URI /URI (https://example.vn) >> >>")),
    ("objects packed together", pdf(b"", packed_objects(b"<< /Type /Annot >>"))),
    ("a photo", pdf(b"", stream(b"/Subtype /Image /Filter /DCTDecode", picture()))),
    ("a table of colours", pdf(b"", stream(b"/N 3 /Filter /FlateDecode", zlib.compress(b"icc")))),
    ("an outline", pdf(b"/Outlines << /First 3 0 R /Last 3 0 R >>")),
]


@pytest.mark.parametrize("data", [case[1] for case in GOOD], ids=[case[0] for case in GOOD])
def test_a_paper_that_can_only_be_read_is_kept_as_it_came(data):
    cleaned = clean_paper(SimpleUploadedFile("Giấy chứng nhận.PDF", data))

    assert cleaned.read() == data
    assert (cleaned.name or "").endswith(".pdf")
    assert "chứng" not in (cleaned.name or "")


def test_a_pdf_of_our_own_printer_is_taken():
    data = HTML(string="<h1>Giấy chứng nhận</h1><p><a href='https://example.vn'>Bếp Lửa</a></p>").write_pdf()

    assert clean_paper(SimpleUploadedFile("a.pdf", data or b"")).size == len(data or b"")


def test_a_photo_of_a_paper_is_encoded_anew():
    cleaned = clean_paper(SimpleUploadedFile("giay.heic", picture("HEIF")))

    assert (cleaned.name or "").endswith(".jpg")
    assert cleaned.read(3) == b"\xff\xd8\xff"
