"""The smallest program that asks a question with Typer and questionary."""

import questionary
import typer

app = typer.Typer(add_completion=False)


@app.command()
def start() -> None:
    questionary.text("Vraag 1.").unsafe_ask()


app()
