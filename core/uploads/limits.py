"""How much a file may hold. A decoded pixel takes four bytes, so pixels are counted before decoding."""

MEGABYTE = 1024 * 1024
#: Of one file, in bytes.
MOST_BYTES = 10 * MEGABYTE
#: Of one request with all its files, in bytes; a form may send several pictures.
MOST_REQUEST_BYTES = 32 * MEGABYTE
#: Of one picture. Phones of 50 megapixels send 8192 × 6144.
MOST_PIXELS = 52_000_000
#: Of one side, in pixels: the largest that WebP can hold.
LONGEST_SIDE = 16_383
#: To this longest side a picture is made smaller before it is kept; no page shows a larger one.
KEPT_SIDE = 2_880
#: Scans of a progressive JPEG; cameras make about ten, and each one decodes the whole picture again.
MOST_SCANS = 64
#: Of all streams of a PDF that may hold objects, unpacked, in bytes.
MOST_UNPACKED_BYTES = 64 * MEGABYTE
