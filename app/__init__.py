"""What Tandem does, without a window."""

VERSION = "0.1.0"
"""The release; pyproject.toml says the same, which a test holds."""
