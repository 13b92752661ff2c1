"""Bringing files in: a drop or a choice, what was found, the matching, the plan, and the way back."""
