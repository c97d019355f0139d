"""Every failure that the kiosk reports.

KioskError                  its text is one sentence for staff or IT, never a visitor's words
├── SettingsError           kiosk.toml cannot be used
├── ContentError            a content folder cannot be used; holds every problem with file and line
├── SealError               no usable recipients, or sealing failed
├── SpoolError              a sealed request could not be kept, or the spool cannot be read
├── StickError              a stick or a shared folder cannot be used
│   └── NoAnswer            it neither works nor fails, as the share of a server that is gone
├── PinError                the staff PIN cannot be set or read
├── KeyFileError            a staff or recovery key file cannot be made or read
│   ├── WrongPassphrase     the passphrase does not open this key file
│   └── TooBusy             this machine is too slow or too busy to try it now
├── UnsealError             an envelope could not be opened
│   ├── WrongKey            it is sealed to somebody else
│   ├── UnreadEnvelope      the disk does not give its bytes now, and may give them later
│   └── DamagedEnvelope     its bytes are not what was sealed
├── ExportError             a list could not be written
├── BackupError             a backup could not be made or restored
└── AuditError              an audit log does not hold
"""


class KioskError(Exception):
    """Base of every failure with a sentence for staff."""


class SettingsError(KioskError):
    """The settings file cannot be used."""


class ContentError(KioskError):
    """A content folder cannot be used."""


class SealError(KioskError):
    """A request cannot be sealed."""


class SpoolError(KioskError):
    """A sealed request could not be kept or read."""


class StickError(KioskError):
    """A stick or a shared folder cannot be used."""


class NoAnswer(StickError):
    """What was asked of a disk is not answered; it may be one day."""


class PinError(KioskError):
    """The staff PIN cannot be set or read."""


class KeyFileError(KioskError):
    """A key file cannot be made or read."""


class WrongPassphrase(KeyFileError):
    """The passphrase does not open this key file."""


class TooBusy(KeyFileError):
    """This machine is too slow or too busy to open the key file now; the file may be good."""


class UnsealError(KioskError):
    """An envelope could not be opened."""


class WrongKey(UnsealError):
    """The envelope is sealed to other keys."""


class UnreadEnvelope(UnsealError):
    """The disk does not give the envelope's bytes now."""


class DamagedEnvelope(UnsealError):
    """The envelope's bytes are not what was sealed."""


class ExportError(KioskError):
    """A list could not be written."""


class BackupError(KioskError):
    """A backup could not be made or restored."""


class AuditError(KioskError):
    """An audit log does not hold."""
