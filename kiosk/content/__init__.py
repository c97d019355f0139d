"""The clinic's texts: read, compared between languages, checked, printed for review."""
