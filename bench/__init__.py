"""What measures and fits; nothing imports it."""

import index  # noqa: F401 - sets how idle threads wait, which torch reads when it is loaded
