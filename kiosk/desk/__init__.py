"""What staff run: opens, lists, exports."""
