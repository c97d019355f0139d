"""What causes neuromuscular conditions: a waiting-room kiosk and its staff desk."""

__version__ = "0.1.0"
