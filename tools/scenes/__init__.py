"""What the gallery shows, a room a module: each has `SCENES`, a mapping of a scene's name to what prepares it."""
