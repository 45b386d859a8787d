"""Libraries that another library would load though nobody here needs them: hidden while that one is imported."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def hidden(*modules: str) -> Iterator[None]:
    """While it lasts, importing one of the modules fails as if it were not installed; afterwards it works again.

    What has been imported already stays as it is. Other threads see the same, so it should last no longer than it must.
    """
    away = [name for name in modules if name not in sys.modules]
    for name in away:
        sys.modules[name] = None  # type: ignore[assignment] - how Python itself marks what must not be imported
    try:
        yield
    finally:
        for name in away:
            if sys.modules.get(name, away) is None:
                del sys.modules[name]
