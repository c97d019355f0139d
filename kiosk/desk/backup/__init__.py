"""The desk's folder in one file, and back."""
