"""Text and answers in pages instead of a scroll bar."""
