"""Tests of `app.handoffs`."""
