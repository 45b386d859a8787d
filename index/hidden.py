"""Libraries that another library would load though nobody here needs them: hidden while that one is imported."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def hidden(*modules: str) -> Iterator[None]:
    """While it lasts, importing one of the modules fails as if it were not installed; afterwards it works again.

    What has been imported already stays as it is. Other threads see the same, so it should last no longer than it must.
    """
    away = [name for name in modules if name not in sys.modules]
    for name in away:
        sys.modules[name] = None  # type: ignore[assignment]  # how Python marks what must not be imported
    try:
        yield
    finally:
        for name in away:
            if name in sys.modules and sys.modules[name] is None:
                del sys.modules[name]


@contextmanager
def stood_in(*modules: str, **attributes: object) -> Iterator[None]:
    """While it lasts, each of the modules is an empty one with the attributes; afterwards the real ones import as ever.

    For a module whose import another one insists on. One that has been imported already stays as it is.
    """
    new = {name: ModuleType(name) for name in modules if name not in sys.modules}
    for module in new.values():
        vars(module).update(attributes)
    sys.modules.update(new)
    try:
        yield
    finally:
        for name, module in new.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
