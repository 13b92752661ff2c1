"""Files dropped on the window: where they would go, and what becomes of them."""
