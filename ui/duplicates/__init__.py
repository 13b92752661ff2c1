"""Contacts that may be there twice: looked at side by side, merged, kept apart, taken apart again."""
