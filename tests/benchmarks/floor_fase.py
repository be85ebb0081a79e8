"""The smallest program that shows a page with Typer and one Rich panel."""

import typer
from rich.console import Console
from rich.panel import Panel

app = typer.Typer(add_completion=False)


@app.command()
def fase(number: str) -> None:
    Console().print(Panel(f"Fase {number}"))


app()
