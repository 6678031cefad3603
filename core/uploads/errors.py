"""Why a file was refused."""

from core.errors import DomainError


class UploadRefused(DomainError):
    """A file is not what was asked for; the sentence says what is wrong and what to do."""
