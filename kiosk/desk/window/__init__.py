"""The window staff work in; the only part of the desk that knows Qt."""
