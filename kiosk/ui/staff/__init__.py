"""The staff's way in, and what they can do at the kiosk."""
