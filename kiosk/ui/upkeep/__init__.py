"""What keeps the program running unattended: reloading settings, the heartbeat, failures."""
