"""What keeps the program up while nobody looks: its settings, its heartbeat, its failures."""
