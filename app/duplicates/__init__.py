"""Contacts that may stand in the list twice: found, weighed, kept, and kept apart."""
