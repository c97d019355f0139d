"""The form in safe mode: the whole one, or none when any of its own parts is not whole."""

from collections.abc import Callable

from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.core.errors import KioskError
from kiosk.store.intake import intake_of
from kiosk.store.settings.settings import Settings
from kiosk.store.spool import Spool
from kiosk.ui.callback.outbox import RequestEnvironment
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.translations import Translations
from kiosk.ui.upkeep.machine_log import log_machine
from kiosk.ui.viewmodels.call_choices import CallChoicesViewModel
from kiosk.ui.viewmodels.callback import CallbackViewModel
from kiosk.ui.viewmodels.visit import VisitViewModel
from kiosk.ui.visit_holder import VisitHolder


def plain_form(  # noqa: PLR0913  # the form is where the rooms meet
    *,
    engine: QQmlEngine,
    holder: QQuickItem,
    settings: Settings,
    visit: VisitViewModel,
    visit_holder: VisitHolder,
    library: ContentLibrary,
    translations: Translations,
    jobs: Jobs,
    environment: RequestEnvironment,
) -> Callable[[], None]:
    """Put the form into the window beside the plain screens, and return what opens it.

    Each time it opens it looks for itself whether recipients and spool can be used. Raises KioskError when it
    cannot be made.
    """
    spool = Spool(settings.spool)
    spool.create_folders()
    machine = environment.machine_of(spool)
    jobs.run(lambda: machine.note(environment.now()), log_machine)
    callback = CallbackViewModel(
        visit_holder=visit_holder,
        settings=settings,
        translations=translations,
        intake=intake_of(settings, spool, machine),
        jobs=jobs,
        environment=environment,
        parent=engine,
    )
    choices = CallChoicesViewModel(visit_holder, library, settings, translations, engine)
    component = QQmlComponent(engine, "Kiosk.Plain", "PlainForm")
    form = component.createWithInitialProperties(
        {"callback": callback, "choices": choices, "parent": holder, "visit": visit}
    )
    if form is None:
        raise KioskError("The form could not be loaded: install the program again.")
    form.setParent(holder)
    return callback.open
