"""The conversation at the table, from the welcome to what comes next."""
