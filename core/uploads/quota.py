"""Stops reading what nobody will keep: a request too large as a whole, or a file past its limit."""

import io
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from .limits import MOST_BYTES, MOST_REQUEST_BYTES


class OversizedFile(UploadedFile):  # type: ignore[type-arg]  # no generic class at run time
    """A file of which nothing was kept; only its size and name are known, so that a form can say so."""


class QuotaUploadHandler(FileUploadHandler):
    """First in the row of handlers; those behind it never see a byte too much.

    A request that says it is too large is answered with 413 before its body is read. A file that grows past
    its limit is dropped while it comes in, and reaches the form without content.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: Mapping[str, Any],  # noqa: N803  Django's name
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Refuse the whole request by its announced length.

        Raises:
            RequestDataTooBig: It is larger than all files of one request may be.
        """
        if content_length > MOST_REQUEST_BYTES:
            raise RequestDataTooBig("The request holds more bytes than are read.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count anew."""
        super().new_file(*args, **kwargs)
        self._received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Count, and hand on until the limit."""
        self._received += len(raw_data)
        return raw_data if self._received <= MOST_BYTES else None

    def file_complete(self, file_size: int) -> OversizedFile | None:
        """Hand out what is too large without its content; let the next handler hand out the rest."""
        if self._received <= MOST_BYTES:
            return None
        self._drop_begun_files()
        return OversizedFile(
            file=io.BytesIO(),
            name=self.file_name,
            content_type=self.content_type,
            size=self._received,
            charset=self.charset,
        )

    def _drop_begun_files(self) -> None:
        """Close what the other handlers began to write; a temporary file goes with it."""
        request = self.request
        for handler in request.upload_handlers if request is not None else []:
            begun = getattr(handler, "file", None)
            if handler is not self and begun is not None:
                begun.close()
