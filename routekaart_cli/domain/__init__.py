"""The words and the rules: records, the intake, answers, voortgang. Pure: nothing of the outside world."""
