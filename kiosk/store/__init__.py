"""What we keep: disk, settings, keys."""
