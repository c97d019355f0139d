"""Settings in layers, each problem with its file and line."""
