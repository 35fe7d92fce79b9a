"""The log on the disk: for the person alone, and no larger than two files of half a megabyte."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler


class LogFile(RotatingFileHandler):
    """Every file of it for the person alone from the moment it is there."""

    def __init__(self, path: str | os.PathLike[str], most_bytes: int) -> None:
        super().__init__(path, maxBytes=most_bytes, backupCount=1, encoding="utf-8")
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        return super()._open()
