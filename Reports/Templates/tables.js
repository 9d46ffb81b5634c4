// Sorting and filtering of tables.
