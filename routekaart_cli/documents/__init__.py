"""From the data of the plan to documents: Markdown, HTML, calendar, list of actions, JSON."""
