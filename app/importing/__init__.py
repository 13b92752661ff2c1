"""Files of other programs, read, matched and written: the steps of an import, which `app.imports` opens the door to."""
