"""What a user is handed: records as a table, JSON, JSON Lines or CSV, and the schema they keep to."""
