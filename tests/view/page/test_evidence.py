"""From what is drawn or listed to the words behind it, to the letter they stand in, and back."""

from __future__ import annotations

from view.letters import EVIL, report
from view.page.conftest import Open, copied, has, text_is, until

MEETING = "meeting/letter/navo-2017-12/raad"
AGAINST = "stance/navo-2017-12/tegen"


def test_a_row_leads_to_the_exact_sentence_with_its_source(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}&tab=table")
    page.get_by_role("button", name="Turkije", exact=True).first.click()
    text_is(page, "#proof .exact", "Turkije is tegen het voorstel over Georgië")
    proof = page.locator("#proof")
    assert proof.locator("mark.cue").last.inner_text() == "is tegen"
    for words in (
        "Verslag van de NAVO",
        "15 december 2017",
        "28676, nr. 282",
        "H. Zijlstra",
        "Noord-Atlantische Raad › werksessie",
    ):
        assert words in proof.inner_text()
    link = proof.locator("a").get_attribute("href")
    assert link == "https://zoek.officielebekendmakingen.nl/kst-28676-282.html"
    proof.locator("summary").click()
    assert "stance.oppose" in proof.inner_text()
    assert "0.9" in proof.inner_text()


def test_act_holder_and_content_are_marked_and_the_neighbours_shown(visit: Open) -> None:
    page = visit(hash_="#item=stance/navo-2017-12/aandrong")
    marks = page.locator("#proof .exact mark")
    assert list(zip(marks.all_inner_texts(), [m.get_attribute("class") for m in marks.all()], strict=True)) == [
        ("drong", "cue"),
        ("Nederland", "holder"),
        ("op open kanalen met Rusland", "content"),
    ]
    before, after = page.locator("#proof .aside").all_inner_texts()
    assert before.endswith("in Brussel bijeen. Tijdens de werksessie ")
    assert after == ". Veel Bondgenoten, waaronder Nederland, steunden de ambities van Georgië."


def test_a_collective_is_marked_as_it_is_worded(visit: Open) -> None:
    page = visit(hash_="#item=stance/navo-2017-12/steun")
    assert page.locator("#proof .exact mark.holder").all_inner_texts() == ["Veel Bondgenoten", "Nederland"]
    has(page, "#proof", "genoemd als lid van de groep")


def test_a_click_on_a_line_shows_every_statement_behind_it(visit: Open) -> None:
    page = visit(hash_="#open=country/nederland")
    ends = [
        page.evaluate("key => kamergraph.network.where(key)", key) for key in ("country/nederland", "country/rusland")
    ]
    page.mouse.click(sum(end["x"] for end in ends) / 2, sum(end["y"] for end in ends) / 2)
    until(page, "location.hash.includes('line=urge')")
    has(page, "#proof h3", "dringt aan")
    assert page.locator("#proof .exact").all_inner_texts() == ["drong Nederland aan op open kanalen met Rusland"]


def test_a_node_lists_its_lines_for_whoever_uses_no_mouse(visit: Open) -> None:
    page = visit(hash_="#all=1&node=country/nederland")
    page.get_by_role("button", name="Nederland steunt Georgië 2").press("Enter")
    until(page, "document.querySelectorAll('#proof .card').length === 2")


def test_a_sentence_is_read_in_its_letter_and_the_letter_leads_back(visit: Open) -> None:
    page = visit(hash_=f"#item={AGAINST}")
    page.get_by_role("button", name="Lees in de brief").click()
    until(page, "document.querySelector('.said.chosen') !== null")
    assert "".join(page.locator(".said.chosen").all_inner_texts()) == "Turkije is tegen het voorstel over Georgië"
    has(page, ".reading", "Er werd zorg geuit over Rusland. Minister Janelidze sprak de Raad toe.")
    page.locator(".sign-button.emphasise").press("Enter")
    text_is(page, "#proof .exact", "Duitsland benadrukte het belang van wapenbeheersing")
    page.locator(".mention", has_text="Janelidze").click()
    has(page, "#proof h3", "Janelidze")
    page.locator("#all-letters").click()
    page.get_by_role("button", name="Inzet voor de NAVO Top").click()
    has(page, ".reading h2", "Inzet voor de NAVO Top")


def test_a_cell_of_the_matrix_and_of_the_timeline_leads_to_its_sentences(visit: Open) -> None:
    page = visit(hash_="#all=1&tab=matrix&by=about")
    page.get_by_role("button", name="Turkije, Georgië: is tegen: 1").click()
    text_is(page, "#proof .exact", "Turkije is tegen het voorstel over Georgië")
    page.locator("#tab-timeline").click()
    page.get_by_role("button", name="Duitsland, Noord-Atlantische Raad: benadrukt: 1").click()
    text_is(page, "#proof .exact", "Duitsland benadrukte het belang van wapenbeheersing")


def test_who_agreed_with_whom_rests_on_sentences_and_a_threshold(visit: Open) -> None:
    page = visit(hash_="#all=1&tab=pairs")
    pairs = page.evaluate(
        "kamergraph.agreement.pairs(kamergraph.page.selection.stances).map(({one, other, agree, differ}) =>"
        " [...[one, other].map(kamergraph.graph.name).sort(), agree.length, differ.length])"
    )
    assert sorted(pairs) == [
        ["Nederland", "Turkije", 0, 1],
        ["Nederland", "veel Bondgenoten", 1, 0],
        ["Turkije", "veel Bondgenoten", 0, 1],
    ]
    page = visit(hash_="#all=1&tab=pairs&from=country/nederland&to=country/turkije&line=pair")
    quotes = page.locator("#proof .exact").all_inner_texts()
    assert len(quotes) == 2
    assert "Turkije is tegen het voorstel over Georgië" in quotes
    page.locator("#least").fill("2")
    has(page, "#pairs-note", "geen twee houders")


def test_a_citation_holds_the_words_and_where_they_stand(visit: Open) -> None:
    page = visit(hash_=f"#item={AGAINST}")
    page.get_by_role("button", name="Kopieer als citaat").click()
    cited = copied(page)
    assert cited.startswith("“Turkije is tegen het voorstel over Georgië” (H. Zijlstra, Verslag van de NAVO, ")
    assert "15 december 2017, Kamerstuk 28676, nr. 282; " in cited
    start = report().source.text.index("Turkije is tegen")
    assert cited.endswith(f"navo-2017-12.txt, tekens {start} tot {start + 42})")


def test_words_broken_over_lines_are_read_whole(visit: Open) -> None:
    page = visit("empty")
    for text, flowing in (
        ("de samen-\nwerking met de NAVO-\npartners", "de samenwerking met de NAVO-partners"),
        ("de Noord-\nAtlantische Raad", "de Noord-Atlantische Raad"),
        ("buitenlands-\nen veiligheidsbeleid", "buitenlands- en veiligheidsbeleid"),
        ("samen\nwerken -\nen meer", "samen werken - en meer"),
    ):
        assert page.evaluate("text => kamergraph.letters.flow(text)", text) == flowing


def test_hostile_words_are_shown_and_run_nothing(visit: Open) -> None:
    page = visit("hostile", "#tab=table")
    page.locator("#pane-table tbody button").first.click()
    until(page, "document.querySelector('#proof .exact') !== null")
    page.locator("#proof .short, #proof .card").first.wait_for()
    assert EVIL in page.locator("#proof").inner_text()
    page.locator("#search").fill("<img src=x")
    assert page.locator("#hits").inner_text().count("onerror") > 0
    page.locator("#hit-0").click()
    for tab in ("network", "pairs", "timeline", "matrix", "letters"):
        page.locator(f"#tab-{tab}").click()
        until(page, f"location.hash.includes('tab={tab}') || {tab!r} === 'network'")
    page.locator("#pane-letters button").first.click()
    assert EVIL in page.locator(".reading").inner_text()
    assert page.locator("img").count() == 0
    crafted = visit("hostile", f"#open={EVIL}&kind={EVIL}&meeting={EVIL}&node={EVIL}&letter={EVIL}")
    assert crafted.locator("img").count() == 0
