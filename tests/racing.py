"""Several processes at the same time, with the guards of the site or, as a control, without them."""

import time
import traceback
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any

from django.db import connections, models


def run_processes(count: int, work: Callable[[int], Any]) -> list[Any]:
    """Call `work(number)` in `count` processes that begin together; return what they return."""
    connections.close_all()  # a connection must not be shared with a fork
    context = get_context("fork")
    gate, answers = context.Barrier(count), context.SimpleQueue()

    def one(number: int) -> None:
        gate.wait()
        try:
            answers.put((True, work(number)))
        except Exception:
            answers.put((False, traceback.format_exc()))
        finally:
            connections.close_all()

    processes = [context.Process(target=one, args=(number,), daemon=True) for number in range(count)]
    for process in processes:
        process.start()
    found = [answers.get() for _ in processes]
    for process in processes:
        process.join()
    broken = [words for worked, words in found if not worked]
    assert not broken, broken[0]
    return [answer for _worked, answer in found]


def without_the_guard() -> None:
    """Take the guard out of this process: transactions that begin as readers, rows that nobody locks."""
    options = connections.settings["default"].get("OPTIONS", {})
    if "transaction_mode" in options:
        options["transaction_mode"] = "DEFERRED"
    models.QuerySet.select_for_update = lambda self, *_args, **_kwargs: self


def meanwhile(dawdler: tuple[Any, str], first: Callable[[], Any], second: Callable[[], Any]) -> list[str]:
    """Run `second` while `first` dawdles before calling what `dawdler` names; return what broke."""
    is_there = get_context("fork").Event()
    module, name = dawdler
    original = getattr(module, name)

    def dawdle(*what: Any, **named: Any) -> Any:
        is_there.set()
        time.sleep(0.5)
        return original(*what, **named)

    def work(number: int) -> str:
        try:
            if number == 0:
                setattr(module, name, dawdle)
                first()
            else:
                is_there.wait(5)
                second()
        except Exception as error:
            return str(error)
        return ""

    return [words for words in run_processes(2, work) if words]
