"""What may be logged: event codes and numbers, never a visitor's words."""

import enum


class Event(enum.StrEnum):
    """Codes for the journal, in the order of a kiosk's day."""

    STARTED = "started"
    STOPPED = "stopped"
    VISIT_STARTED = "visit-started"
    VISIT_ENDED = "visit-ended"
    VISIT_DROPPED = "visit-dropped"
    REQUEST_KEPT = "request-kept"
    REQUEST_FAILED = "request-failed"
    REQUEST_TAKEN_BACK = "request-taken-back"
    TAKE_BACK_FAILED = "take-back-failed"
    FORM_CLOSED = "form-closed"
    STAFF_CAME = "staff-came"
    STAFF_REFUSED = "staff-refused"
    STAFF_LEFT = "staff-left"
    STAFF_DOOR_STUCK = "staff-door-stuck"
    REQUESTS_COPIED = "requests-copied"
    REQUESTS_DELETED = "requests-deleted"
    PURGE_FAILED = "purge-failed"
    COPY_FAILED = "copy-failed"
    SCREEN_CLEANED = "screen-cleaned"
    SELF_CHECK_LEFT_OUT = "self-check-left-out"
    SELF_CHECK_NOT_SIGNED = "self-check-not-signed"
    CONTENT_BROKEN = "content-broken"
    CHANGES_REFUSED = "changes-refused"
    CHANGES_TAKEN = "changes-taken"
    SETTINGS_BROKEN = "settings-broken"
    QT_MESSAGE = "qt-message"
