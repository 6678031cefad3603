"""Where files live: public media, and papers that only a view with a check may hand out."""

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """Return the storage of scans and papers; no address leads to it."""
    return storages["private"]
