"""One file a format: what a file holds -> Article. Which file is read by which stands in extract.py."""
