"""What a user is handed: records as a table, as lines or as a file of columns, and the schema they keep to."""
