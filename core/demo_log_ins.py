"""Log-ins of the demo people, shown when a demo site starts; rooms that load such people fill the slot."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.slots import Slot


@dataclass(frozen=True)
class DemoLogIn:
    """One fictional person; the password is public, so `load_demo` makes them on demo sites only."""

    who: str
    login: str
    password: str
    path: str


demo_log_ins: Slot[Callable[[], Iterable[DemoLogIn]]] = Slot("demo log-ins")
