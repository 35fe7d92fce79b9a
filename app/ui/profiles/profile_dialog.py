"""Who a profile belongs to: asked for a new one, changed for the one that is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.measurement import Unit
from app.domain.profile import LONGEST_NAME, Profile, Sex, check_profile, clean_name
from app.domain.units import parse_amount
from app.i18n import _, pgettext
from app.ui.widgets.asking import Asking
from app.ui.widgets.choice import Choice
from app.ui.widgets.sizes import hint_width
from app.ui.widgets.text import label

NOT_SAID = ""
SHORT = 160


class ProfileDialog(Asking):
    """`entered` comes when what was typed can be a person's; whoever hears it keeps it and closes, or says why not."""

    entered = Signal(object)  # Profile

    def __init__(self, profile: Profile | None, this_year: int, parent: QWidget | None = None) -> None:
        new = profile is None
        title, do = (_("A profile for somebody else"), _("Make it")) if new else (_("This profile"), _("Save"))
        super().__init__(title, do, parent)
        self._this_year = this_year
        before = profile or Profile()
        if new:
            words = _("Everybody has a log of their own. None is changed by what another does.")
            self.inside.addWidget(label(words, tone="muted", wrap=True))
        self.name = self._field(pgettext("of a person", "Name"), before.name)
        self.name.setMaxLength(LONGEST_NAME)
        height = "" if before.height_cm is None else f"{before.height_cm:g}"
        self.height_field = self._field(_("Height, so that the figure is as tall as you"), height, _("172 or 68 in"))
        year = "" if before.birth_year is None else str(before.birth_year)
        self.year = self._field(_("Year of birth, if you like: for typical values"), year, _("1980"))
        self.sex = Choice(_("Sex, for typical values"))
        self.sex.offer(
            [(NOT_SAID, _("Not said")), (Sex.WOMAN, _("Woman")), (Sex.MAN, _("Man"))], before.sex or NOT_SAID
        )
        self.inside.addLayout(_group(_("Sex, if you like: for typical values"), self.sex))
        for field in (self.height_field, self.year):
            field.setMaximumWidth(hint_width(field, SHORT))
        self.inside.addStretch(1)
        self.name.setFocus()

    def do(self) -> None:
        try:
            profile = self._typed()
        except Refused as refused:
            self.say_problem(str(refused))
        else:
            self.entered.emit(profile)

    def _typed(self) -> Profile:
        """Raises Refused."""
        height, year = self.height_field.text().strip(), self.year.text().strip()
        if year and not (year.isascii() and year.isdigit()):
            raise Refused(_("“{typed}” is no year: write it as in 1980.").format(typed=year))
        profile = Profile(
            name=clean_name(self.name.text()),
            height_cm=parse_amount(height, Unit.CM).value if height else None,
            birth_year=int(year) if year else None,
            sex=Sex(self.sex.key) if self.sex.key else None,
        )
        check_profile(profile, self._this_year)
        return profile

    def _field(self, name: str, text: str, hint: str = "") -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        self.inside.addLayout(_group(name, made))
        return made


def _group(name: str, part: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(6)
    box.addWidget(label(name, "small", "muted", wrap=True))
    box.addWidget(part)
    return box
