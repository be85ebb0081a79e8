"""The smallest program that shows a version with Typer."""

import typer

app = typer.Typer(add_completion=False)


@app.callback(invoke_without_command=True)
def main(*, version: bool = typer.Option(False, "--versie")) -> None:
    if version:
        typer.echo("floor 1")


app()
