"""What a person types: the commands, their options and their help."""
