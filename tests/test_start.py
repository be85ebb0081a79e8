"""`start`: the interview, answers by flag, stopping and going on."""

from __future__ import annotations

from wereld import Wereld


def test_an_answer_is_in_the_file_before_the_next_question(wereld: Wereld) -> None:
    uitkomst = wereld.lines("De Weide")
    assert uitkomst.code == 0
    assert "Bewaard: De Weide." in uitkomst.fout
    assert "waarde: De Weide" in wereld.bestand.read_text(encoding="utf-8")


def test_a_second_session_goes_on_at_the_first_open_question(wereld: Wereld) -> None:
    wereld.lines("De Weide", "Zwolle")
    assert "Vraag 3. De wijk." in wereld.lines().fout
