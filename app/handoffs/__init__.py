"""Leads handed from one team to the other: sending, answering, silence, disputes, and the clocks on them."""
