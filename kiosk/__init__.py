"""What causes neuromuscular conditions: a waiting-room kiosk and its staff desk."""
