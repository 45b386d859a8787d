"""The one kind of error a user is meant to read; every other exception is a bug."""


class DossierError(Exception):
    """Something about a file, a model or a question that the user can put right.

    The message is one or two whole sentences that say what was wrong and what to do.
    """
