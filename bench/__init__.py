"""What measures and fits; nothing imports it."""
