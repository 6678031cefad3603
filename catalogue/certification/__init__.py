"""What the programme office does to certificates; every change of the register goes through these verbs."""

from .ending import end_grace, grant_grace, revoke
from .issue import faults_of, issue
from .mending import CORRECTABLE, correct, strike, take_back_revocation

__all__ = [
    "CORRECTABLE",
    "correct",
    "end_grace",
    "faults_of",
    "grant_grace",
    "issue",
    "revoke",
    "strike",
    "take_back_revocation",
]
