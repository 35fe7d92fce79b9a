"""The one exception of this layer."""


class FigureError(Exception):
    """A file of the figure is broken: `file`, the `key` in it, and the `reason`. For whoever writes the file."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"In {file}, “{key}” {reason}." if key else f"{file} {reason}.")
        self.file = file
        self.key = key
        self.reason = reason
