"""Files that people send: what they may be, how they are made harmless, when reading stops.

Nothing that was sent is kept as it came: pictures are decoded and encoded anew (`pictures.py`), PDFs are kept
only when nothing in them can act (`papers.py`). Forms use the fields of `fields.py`.
"""
