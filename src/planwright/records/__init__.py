"""What document kinds are made of: fields with a visibility, scalar types, and shared records."""
