"""The content that ships: complete, sound, in plain Dutch, and every vraag can be reached."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from inspect import signature
from pathlib import Path

import pytest
import yaml
from helpers import content

from routekaart_cli.domain.routekaart import Delen, Soort, Verplicht
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import check
from routekaart_cli.inhoud.folder import Inhoud

NO_SENTENCE = {
    "adres", "als", "bron", "datum", "fasen", "gecontroleerd_op", "geldig_tot", "hoofdstuk", "hoort_bij", "id", "naam",
    "ook", "past_bij", "redactie", "site", "soort", "titel", "vraag_na", "woord", "zekerheid",
}  # fmt: skip


@pytest.mark.parametrize(
    ("fase", "aantallen"),
    [
        ("opstarten", (5, 4, 4, 2)),
        ("plan-maken", (6, 3, 4, 2)),
        ("verdiepen", (7, 3, 3, 1)),
        ("besluiten", (4, 3, 2, 2)),
        ("uitvoeren", (3, 2, 1, 1)),
    ],
)
def test_a_fase_holds_all_stappen_voorbeelden_tips_and_main_tips_of_the_source(
    inhoud: Inhoud, fase: str, aantallen: tuple[int, ...]
) -> None:
    found = inhoud.fase(fase)
    hoofdtips = [tip for tip in found.tips if tip.hoofdtip]
    for there, in_source in zip((found.stappen, found.voorbeelden, found.tips, hoofdtips), aantallen, strict=True):
        assert len(there) >= in_source


def test_the_side_track_holds_its_stappen_its_policy_and_the_tips_for_gemeenten(inhoud: Inhoud) -> None:
    assert len(inhoud.zijspoor.stappen) >= 5
    assert len(inhoud.zijspoor.tips_voor_gemeenten) >= 7
    assert inhoud.zijspoor.beleid is not None
    assert "nu.warmteprogramma" in [item.id for item in inhoud.actueel_for(inhoud.zijspoor)]


def test_every_stap_has_status_wie_wanneer_notitie_and_a_vraag_of_its_own(inhoud: Inhoud) -> None:
    for fase in inhoud.all_fasen:
        for stap in fase.stappen:
            ids = [vraag.id.removeprefix(f"{stap.id}.") for vraag in stap.vragen]
            assert ids[0] == "status"
            assert ids[-3:] == ["wie", "wanneer", "notitie"]
            assert len(ids) > 4, stap.id


def test_every_id_occurs_once_in_all_files_together(inhoud: Inhoud) -> None:
    ids = [vraag.id for vraag in inhoud.vragen]
    for fase in inhoud.all_fasen:
        ids += [stap.id for stap in fase.stappen]
        ids += [tip.id for tip in (*fase.tips, *fase.tips_voor_gemeenten)]
        ids += [voorbeeld.id for voorbeeld in fase.voorbeelden]
    ids += [begrip.id for begrip in inhoud.begrippen]
    ids += [item.id for item in inhoud.actueel]
    ids += [fase.id for fase in inhoud.all_fasen]
    assert not [id_ for id_, times in Counter(ids).items() if times > 1]


def test_the_intake_is_at_most_30_questions_and_nearly_half_of_them_a_choice(inhoud: Inhoud) -> None:
    keuzes = [v for v in inhoud.intake.vragen if v.soort in (Soort.KEUZE, Soort.MEERKEUZE, Soort.JA_NEE)]
    assert 20 <= len(inhoud.intake.vragen) <= 30
    assert len(keuzes) * 5 > len(inhoud.intake.vragen) * 2


def test_the_advice_and_the_choice_name_only_fasen_that_exist(inhoud: Inhoud) -> None:
    existing = {fase.id for fase in inhoud.all_fasen}
    assert {line.fase for line in inhoud.intake.advies} <= existing
    fasevraag = inhoud.vraag_by_id[inhoud.intake.fasevraag]
    assert {keuze.id for keuze in fasevraag.keuzes} == existing
    assert not inhoud.intake.advies[-1].als


def test_every_chapter_of_a_vraag_exists(inhoud: Inhoud) -> None:
    existing = {hoofdstuk.id for hoofdstuk in inhoud.routekaart.hoofdstukken}
    assert {vraag.hoofdstuk for vraag in inhoud.vragen} - {""} <= existing


def test_what_a_tip_or_voorbeeld_fits_is_a_keuze_of_a_vraag(inhoud: Inhoud) -> None:
    keuzes = {vraag.id: {keuze.id for keuze in vraag.keuzes} for vraag in inhoud.vragen}
    for fase in inhoud.all_fasen:
        for past_bij in (*(tip.past_bij for tip in fase.tips), *(part.past_bij for part in fase.voorbeelden)):
            for voorwaarde in past_bij:
                assert set(voorwaarde.waarden) <= keuzes[voorwaarde.vraag]


def test_a_meerkeuze_is_never_obligatory(inhoud: Inhoud) -> None:
    assert not [v.id for v in inhoud.vragen if v.soort is Soort.MEERKEUZE and v.verplicht is Verplicht.JA]


def test_every_question_of_text_shows_an_example(inhoud: Inhoud) -> None:
    text = (Soort.TEKST, Soort.LANGE_TEKST)
    assert not [vraag.id for vraag in inhoud.vragen if vraag.soort in text and not vraag.voorbeeld]


def test_a_vraag_that_asks_for_a_person_is_marked_personal(inhoud: Inhoud) -> None:
    velden = [veld for vraag in inhoud.vragen for veld in (vraag.velden or (vraag,)) if veld.soort is Soort.TEKST]
    about_a_person = re.compile(r"mailadres|telefoon|^wie is|^hoe heet deze persoon", re.IGNORECASE)
    assert not [v.id for v in velden if about_a_person.search(v.vraag) and v.delen is Delen.JA]


def test_the_texts_are_plain_dutch(inhoud: Inhoud) -> None:
    for file in sorted(inhoud.folder.rglob("*.yaml")):
        if file.name == "voorbeeldproject.yaml":
            continue
        lengths = [len(words) for words in _sentences(yaml.load(file.read_text("utf-8"), yaml.BaseLoader))]
        too_long = [length for length in lengths if length > 20]
        assert not too_long, f"{file.name}: {len(too_long)} sentences of over 20 words"
        assert sum(lengths) / len(lengths) <= 12, file.name


def test_no_generated_file_lies_between_the_texts_and_the_templates(inhoud: Inhoud) -> None:
    """What a program makes would only be in the way of who looks for a text."""
    assert not list(inhoud.folder.rglob("*.json"))


def test_a_broken_content_file_gives_every_finding_with_its_place(small_inhoud: Inhoud, tmp_path: Path) -> None:
    (tmp_path / "routekaart.yaml").write_text(
        (small_inhoud.folder / "routekaart.yaml")
        .read_text("utf-8")
        .replace("titel: Naar", "titl: Naar")
        .replace("soort: datum", "soort: dag"),
        encoding="utf-8",
    )
    with pytest.raises(UnreadableFile) as error:
        _ = Inhoud(tmp_path).routekaart
    message = error.value.message
    assert "content/routekaart.yaml:2:1: onbekend veld 'titl'. Bedoel je 'titel'?" in message
    assert "veld 'titel' ontbreekt" in message
    assert "'dag' kan hier niet." in message


STAP = """
  - id: extra-stap
    titel: Een stap erbij
    uitleg: |
      Hier staat wat je doet.
    vragen:
      - id: extra-vraag
        kort: Vraag erbij
        vraag: Wat willen jullie hier weten?
        waarom: Dan weten jullie het.
        voorbeeld: Zo doen wij het.
        soort: tekst
        hoofdstuk: stand

tips:
  - id: extra-tip
    titel: Een tip erbij
    tekst: |
      Doe het samen.
"""
VOORBEELD = """
voorbeelden:
  - id: extra-voorbeeld
    titel: Een voorbeeld erbij
    soort: voorbeeld
    kern: Zo ging het in een andere wijk.
    verhaal: |
      Er kwam een groep, en die begon.
"""


def test_an_editor_who_adds_one_of_each_breaks_no_test_of_the_content(inhoud: Inhoud, tmp_path: Path) -> None:
    kopie = content.copy(inhoud, tmp_path / "content")
    content.change(kopie, "fasen/1-opstarten.yaml", "\ntips:\n", STAP)
    content.change(kopie, "fasen/1-opstarten.yaml", "\nvoorbeelden:\n", VOORBEELD)
    later = Inhoud(kopie)
    assert not check.in_files(later)
    assert not check.between_files(later, date.fromisoformat("2026-11-25"))
    fase = later.fase("opstarten")
    titles = {part.titel for group in (fase.stappen, fase.tips, fase.voorbeelden) for part in group}
    assert {"Een stap erbij", "Een tip erbij", "Een voorbeeld erbij"} <= titles
    assert "Vraag erbij" in {vraag.kort for vraag in fase.vragen}
    alone = [
        test
        for name, test in globals().items()
        if name.startswith("test_") and list(signature(test).parameters) == ["inhoud"]
    ]
    assert len(alone) > 5
    for test in alone:
        test(later)


def _sentences(node: object) -> list[list[str]]:
    """Return the words of every sentence in *node*, but for ids, names and addresses."""
    if isinstance(node, str):
        parts = re.split(r"\n\s*\n|(?<=[.!?:])\s+", node.strip())
        return [words for part in parts if (words := re.findall(r"[\w'’-]+", part))]
    if isinstance(node, list):
        return [phrase for part in node for phrase in _sentences(part)]
    if isinstance(node, dict):
        return [phrase for key, part in node.items() if key not in NO_SENTENCE for phrase in _sentences(part)]
    return []
