"""Answering handoffs: what speaks for a lead, and the four answers with their forms."""
