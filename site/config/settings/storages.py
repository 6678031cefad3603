"""One variable chooses where files go: a folder of this machine, or an S3-compatible bucket."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

from django.core.exceptions import ImproperlyConfigured


def storage_from(url: str, folder: Path, *, public: bool) -> dict[str, Any]:
    """Return Django's settings for a storage.

    Args:
        url: `s3://KEY:SECRET@HOST/BUCKET?region=…`, or empty for `folder`.
        folder: Where files go without a bucket.
        public: Whether addresses lead to the files.

    Raises:
        ImproperlyConfigured: The address is no S3 address with a bucket.
    """
    if not url:
        options: dict[str, Any] = {"location": str(folder)}
        if not public:
            options["base_url"] = None
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    parts = urlparse(url)
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not bucket:
        raise ImproperlyConfigured("A storage address reads s3://KEY:SECRET@HOST/BUCKET?region=REGION.")
    region = parse_qs(parts.query).get("region", [None])[0]
    port = f":{parts.port}" if parts.port else ""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "access_key": unquote(parts.username or "") or None,
            "secret_key": unquote(parts.password or "") or None,
            "bucket_name": bucket,
            "endpoint_url": f"https://{parts.hostname}{port}" if parts.hostname else None,
            "region_name": region,
            "default_acl": None,
            "querystring_auth": not public,
            "file_overwrite": False,
        },
    }
