"""Files as people send them: right ones, and wrong ones of every kind."""

import zipfile
from io import BytesIO

from openpyxl import Workbook, load_workbook

from catalogue.importing import KINDS, write_template
from core.clock import today
from tests.factories import ProductFactory, RuleSetFactory


def row_of(of=None, **values):
    """Return the cells of a right row of certificates, by field."""
    product = of or ProductFactory()
    return {
        "product": product.pk,
        "product_name": product.title_vi,
        "producer_name": product.producer.name,
        "stars": 4,
        "score": 80.5,
        "rule_set": RuleSetFactory().code,
        "decision_number": "0001/QĐ-UBND",
        "decided_on": today(),
        "authority_level": "Tỉnh",
        "authority_name": "Ủy ban nhân dân (thử)",
        "issued_on": today(),
        "expires_on": None,
        "printed_code": None,
        "source": None,
        **values,
    }


def workbook_of(*rows, kind="certificates"):
    """Return the template with the rows filled in."""
    output = BytesIO()
    resource = KINDS[kind]
    write_template(output, resource.sheet_name, resource.columns)
    workbook = load_workbook(output)
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(resource.columns, 1):
            if row.get(column.name) is not None:
                workbook.worksheets[0].cell(number, place).value = row[column.name]
    return workbook


def bytes_of(workbook):
    """Save a workbook into memory."""
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()


def file_of(*rows, kind="certificates"):
    """Return the bytes of a file with the rows."""
    return bytes_of(workbook_of(*rows, kind=kind))


def with_part(content, name, data):
    """Add a part to the package that an XLSX file is."""
    output = BytesIO(content)
    with zipfile.ZipFile(output, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return output.getvalue()


def with_cell(name, value, **more):
    """Return a file whose one row has this cell."""
    return file_of(row_of(**{name: value}, **more))


def other_sheet():
    workbook = Workbook()
    workbook.active.title = "Sheet1"
    return bytes_of(workbook)


def without_header():
    workbook = workbook_of(row_of())
    workbook.worksheets[0].delete_rows(1)
    return bytes_of(workbook)


def merged():
    workbook = workbook_of(row_of(), row_of())
    workbook.worksheets[0].merge_cells("A2:A3")
    return bytes_of(workbook)


def hidden_row():
    workbook = workbook_of(row_of(), row_of())
    workbook.worksheets[0].row_dimensions[3].hidden = True
    return bytes_of(workbook)


def hidden_column():
    workbook = workbook_of(row_of())
    workbook.worksheets[0].column_dimensions["E"].hidden = True
    return bytes_of(workbook)


def beside_the_table():
    workbook = workbook_of(row_of())
    workbook.worksheets[0]["Z2"] = "ghi chú"
    return bytes_of(workbook)


def many_rows():
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Giấy chứng nhận")
    sheet.append([str(column.label) for column in KINDS["certificates"].columns])
    for _row in range(50_000):
        sheet.append([1])
    return bytes_of(workbook)


def twice_the_heading():
    workbook = workbook_of(row_of())
    workbook.worksheets[0]["Z1"] = "Số sao"
    return bytes_of(workbook)


SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"


def with_markup(before, markup, part=SHEET, content=None):
    """Return a right file in one part of which this markup stands before that text."""
    return changed_part(
        content or file_of(row_of()), part, lambda data: data.replace(before, markup + before, 1)
    )


def changed_part(content, name, change):
    """Return the package with one part changed."""
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part.filename, change(data) if part.filename == name else data)
    return output.getvalue()


def torn():
    """Return a file whose table of contents is right and whose packed sheet is not."""
    content = bytearray(file_of(row_of()))
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        begin = archive.getinfo(SHEET).header_offset + 30 + len(SHEET)
    for place in range(begin + 5, begin + 40):
        content[place] ^= 0xFF
    return bytes(content)


def in_utf_16(data):
    """Return the same markup in another encoding, with an entity that is declared in it."""
    body = data.decode().partition("?>")[2] if data.startswith(b"<?xml") else data.decode()
    return f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "a">]>{body}'.encode("utf-16")
