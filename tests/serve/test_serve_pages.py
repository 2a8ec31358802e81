"""The pages: things at the paths of their IRIs, letters with marks, questions as forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from pyoxigraph import NamedNode, RdfFormat, parse
from starlette.testclient import TestClient

from kg.questions import load, names

PAGE = {"Accept": "text/html"}
ENGLISH = {**PAGE, "Accept-Language": "en"}
FILE = "benelux-2020-10-verslag.txt"
BELGIUM = "https://w3id.org/kamergraph/id/country/belgie"


def tree(client: TestClient, path: str, **parameters: str) -> html.HtmlElement:
    answer = client.get(path, params=parameters or None, headers=PAGE, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize(
    ("accept", "leads"),
    [
        ("text/html,application/xml;q=0.9,*/*;q=0.8", "/page/country/belgie"),
        ("*/*", "/page/country/belgie"),
        ("text/turtle", "/data/country/belgie.ttl"),
        ("application/rdf+xml;q=0.9, text/html;q=0.4", "/data/country/belgie.rdf"),
        ("application/ld+json", "/data/country/belgie.jsonld"),
        ("application/n-triples", "/data/country/belgie.nt"),
    ],
)
def test_the_path_of_an_iri_leads_to_the_form_that_is_wanted(client: TestClient, accept: str, leads: str) -> None:
    answer = client.get("/kamergraph/id/country/belgie", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Location"], answer.headers["Vary"]) == (303, leads, "Accept")
    found = client.get(leads)
    assert found.status_code == 200
    assert found.headers["Content-Type"].partition(";")[0] in (*accept.replace(";", ",").split(","), "text/html")


def test_a_form_that_there_is_not_is_not_acceptable(client: TestClient) -> None:
    assert client.get("/kamergraph/id/country/belgie", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    ("ending", "form"),
    [("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD), ("rdf", RdfFormat.RDF_XML)],
)
def test_the_data_of_a_thing_are_all_that_names_it(client: TestClient, ending: str, form: RdfFormat) -> None:
    triples = list(parse(client.get(f"/data/country/belgie.{ending}").content, format=form))
    assert triples
    assert all(NamedNode(BELGIUM) in (triple.subject, triple.object) for triple in triples)


@pytest.mark.parametrize(
    "path", ["/page/country/atlantis", "/data/country/atlantis.ttl", "/letters/none.txt", "/questions/none", "/nowhere"]
)
def test_what_there_is_not_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path, headers=PAGE).status_code == 404


def test_the_page_of_a_thing_tells_its_names_and_what_can_be_asked_about_it(client: TestClient) -> None:
    page = tree(client, "/page/country/belgie")
    assert page.findtext(".//h2").strip() == "België"
    asked = page.xpath("//a[contains(@href, '/questions/positions?')]/@href")
    assert asked
    assert tree(client, asked[0]).xpath("//table")


def test_a_letter_is_its_untouched_text_with_every_stance_and_mention_marked(client: TestClient, graph: Path) -> None:
    page = tree(client, "/kamergraph/id/letter/benelux-2020-10-verslag")
    (article,) = page.xpath("//article")
    text = (graph / "text" / FILE).read_bytes().decode()
    for number in article.xpath(".//sup"):
        number.text = ""
        for link in number:
            link.text = ""
    assert "".join(article.itertext()).split() == text.split()
    quotes = client.get(
        "/sparql", params={"query": "SELECT ?q { ?s a kg:Stance ; kg:evidence/oa:hasSelector/oa:exact ?q }"}
    )
    wanted = {row["q"]["value"] for row in quotes.json()["results"]["bindings"]}
    marked = " ".join("".join("".join(mark.itertext()) for mark in article.xpath(".//mark")).split())
    assert wanted
    assert [quote for quote in wanted if " ".join(quote.split()) not in marked] == []
    assert len(page.xpath("//aside//ol/li")) == len(page.xpath("//article//sup"))
    assert page.xpath("//article//a[@class='mention'][@href='/page/country/belgie']")


def test_every_link_within_a_letter_leads_to_a_place_in_it(client: TestClient) -> None:
    page = tree(client, f"/letters/{FILE}")
    places = set(page.xpath("//@id"))
    assert len(places) == len(page.xpath("//@id"))
    assert {link[1:] for link in page.xpath("//@href") if link.startswith("#")} <= places


@pytest.mark.parametrize("name", names())
def test_every_question_is_a_form(client: TestClient, name: str) -> None:
    page = tree(client, f"/questions/{name}")
    for box in page.xpath("//form//input[not(@type='hidden')]"):
        assert page.xpath(f"//label[@for='{box.get('id')}']")


def test_an_answer_stands_in_a_table_and_its_address_gives_it_again(client: TestClient) -> None:
    page = tree(client, "/questions/positions", holder="BE")
    rows = page.xpath("//table/tbody/tr")
    assert rows
    assert page.xpath("//table//a[starts-with(@href, '/letters/benelux-2020-10-verslag.txt#stance/')]")
    place = page.xpath("//table//a[starts-with(@href, '/letters/')]/@href")[0].partition("#")[2]
    assert place in tree(client, f"/letters/{FILE}").xpath("//@id")


def test_an_answer_is_drawn_in_a_frame(client: TestClient) -> None:
    page = tree(client, "/questions/positions", holder="BE", **{"as": "network"})
    (frame,) = page.xpath("//iframe/@src")
    drawn = client.get(f"/questions/positions{frame}")
    assert drawn.status_code == 200
    assert "België" in drawn.text


def test_nothing_found_says_what_to_try(client: TestClient) -> None:
    page = client.get("/questions/positions", params={"holder": "BE", "from": "2050"}, headers=ENGLISH)
    assert "Nothing was found." in page.text
    assert "Without --from" in page.text


def test_a_name_that_nothing_has_is_told_with_what_comes_near(client: TestClient) -> None:
    page = client.get("/questions/positions", params={"holder": "Belgi"}, headers=ENGLISH)
    assert page.status_code == 400
    assert "did you mean België" in page.text


def test_the_editor_shows_an_answer_and_an_error_where_it_is(client: TestClient) -> None:
    assert tree(client, "/query", query="SELECT ?file { ?l kg:file ?file }").xpath("//td/a/text()") == [FILE]
    wrong = client.get("/query", params={"query": "SELECT * {"}, headers=PAGE)
    assert wrong.status_code == 400
    assert "line 1, column 11" in html.document_fromstring(wrong.text).xpath("//*[@role='alert']")[0].text


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"])
def test_what_somebody_types_is_text(client: TestClient, evil: str) -> None:
    for path, name in (("/query", "query"), ("/questions/positions", "holder"), ("/", "lang")):
        page = client.get(path, params={name: evil}, headers=PAGE).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "49" not in html.document_fromstring(page).text_content()


def test_what_a_graph_holds_is_text(client: TestClient) -> None:
    query = 'SELECT ("<script>alert(1)</script>" AS ?a) (IRI("javascript:alert(1)") AS ?b) {}'
    page = client.get("/query", params={"query": query}, headers=PAGE).text
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page


@pytest.mark.parametrize(
    "path", ["/", "/query", "/questions/positions?holder=BE", f"/letters/{FILE}", "/page/country/belgie", "/nowhere"]
)
def test_a_page_needs_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=PAGE)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    page = html.document_fromstring(answer.text)
    assert not [url for url in page.xpath("//@src | //link[@rel='stylesheet']/@href") if not url.startswith("/static/")]
    assert not page.xpath("//@style | //script[not(@src)] | //*[@onclick]")
    for url in page.xpath("//@src | //link[@rel='stylesheet']/@href"):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    ("headers", "query", "language"),
    [({}, "", "nl"), ({"Accept-Language": "en-GB, nl;q=0.5"}, "", "en"), ({"Accept-Language": "en"}, "?lang=nl", "nl")],
)
def test_a_page_speaks_the_language_of_its_reader(
    client: TestClient, headers: dict[str, str], query: str, language: str
) -> None:
    answer = client.get(f"/{query}", headers={**PAGE, **headers})
    assert html.document_fromstring(answer.text).get("lang") == language
    assert answer.headers["Vary"] == "Accept-Language"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_tells_in_the_language_of_its_reader_what_can_be_filled_in(client: TestClient, language: str) -> None:
    question = load("positions")
    page = html.document_fromstring(client.get(f"/questions/positions?lang={language}", headers=PAGE).text)
    told = {small.get("id"): small.text_content() for small in page.xpath("//form//small")}
    assert told == {f"d-{p.name}": getattr(p, f"description_{language}") for p in question.parameters}
    assert page.xpath("string(//h2/following-sibling::p)") == getattr(question, f"description_{language}")
    assert not page.xpath("//main//*[@lang != $own]", own=language)
