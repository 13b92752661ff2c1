"""Backups that were read back before they count."""
