"""A chart as a file. Words stay words in SVG and PDF, so that they can be searched, copied and read aloud."""

from io import BytesIO

from matplotlib import rc_context
from matplotlib.figure import Figure

from app.charts.style import PX_PER_INCH
from app.domain.errors import Refused
from app.i18n import _

KINDS = ("png", "svg", "pdf")
SHARPNESS = 2  # a PNG has twice the pixels of the screen


def chart_bytes(figure: Figure, kind: str) -> bytes:
    """The content of a file of that kind (png, svg or pdf). Raises `Refused` for any other."""
    if kind not in KINDS:
        raise Refused(_("A chart can't be saved as “{kind}”: choose PNG, SVG or PDF.").format(kind=kind))
    content = BytesIO()
    dpi = PX_PER_INCH * (SHARPNESS if kind == "png" else 1)
    plain = {"Date": None} if kind == "svg" else {"CreationDate": None} if kind == "pdf" else {}
    with rc_context({"svg.fonttype": "none", "pdf.fonttype": 42}):
        figure.savefig(content, format=kind, dpi=dpi, facecolor=figure.get_facecolor(), metadata=plain)
    return content.getvalue()
