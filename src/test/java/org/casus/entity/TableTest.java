package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final List<String> LINES = List.of(
            "# people", "name\taliases\ttype\tlat", "Ruritania\tR.|Ruritanian Realm\tSTATE\t1.5", "", "Zenda\t\tCITY");

    @Test
    void readsCellsByTheNamesOfTheirColumns() {
        List<Table.Row> rows = Table.parse("x.tsv", LINES).rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).list("aliases")).containsExactly("R.", "Ruritanian Realm");
        assertThat(rows.get(0).number("lat")).contains(1.5);
        assertThat(rows.get(1).number("lat")).isEmpty();
        assertThat(rows.get(1).cell("qid")).isEmpty();
    }

    @Test
    void namesTheLineOfAFault() {
        Table.Row zenda = Table.parse("x.tsv", LINES).rows().get(1);
        assertThatThrownBy(() -> zenda.need("aliases")).hasMessage("x.tsv:5: no aliases");
        assertThatThrownBy(() -> zenda.number("name")).hasMessage("x.tsv:5: name is no number: Zenda");
        assertThatThrownBy(() -> Table.parse("x.tsv", List.of("a", "1\t2")))
                .hasMessage("x.tsv:2: 2 columns, not 1: 1\t2");
        assertThatThrownBy(() -> Table.shipped("none.tsv")).hasMessage("no table none.tsv in the program");
        assertThatThrownBy(() -> Table.parse("x.tsv", List.of("type", "TOWN"))
                        .rows()
                        .get(0)
                        .type())
                .hasMessage("x.tsv:2: no type of entity: TOWN");
    }

    @Test
    void anEntityWithoutAnItemHasAnIdOfItsOwn() {
        EntryTable nothing = new EntryTable(List.of());
        EntryTable table = GazetteerTables.of(List.of(Table.parse("x.tsv", LINES)), nothing);
        Gazetteer gazetteer = new Gazetteer(table, nothing, List.of());
        assertThat(gazetteer.find("the Ruritanian Realm"))
                .singleElement()
                .extracting(entry -> entry.entity().id())
                .isEqualTo("casus-state-ruritania");
        assertThat(gazetteer.byId("casus-city-zenda")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "The U.S., us, true",
        "us, us, false",
        "Côte d’Ivoire, cote divoire, false",
        "Iran's, iran, false",
        "Kurdistan Workers', kurdistan workers, false",
        "Guinea-Bissau, guinea bissau, false",
        "Erdoğan, erdogan, false"
    })
    void namesCompareByTheirFoldedForm(String text, String folded, boolean acronym) {
        assertThat(SurfaceForm.of(text)).isEqualTo(new SurfaceForm(folded, acronym));
    }

    @ParameterizedTest
    @ValueSource(strings = {"countries.tsv", "unions.tsv", "capitals.tsv", "cities.tsv", "actors.tsv"})
    void shippedRowsAreWellFormed(String file) {
        Set<String> types = new HashSet<>();
        for (Table.Row row : Table.shipped(file).rows()) {
            types.add(EntityType.valueOf(row.need("type")).label());
            row.cell("qid").ifPresent(qid -> assertThat(qid).matches("Q[1-9][0-9]*"));
            row.cell("country").ifPresent(code -> assertThat(code).matches("[A-Z]{3}"));
            row.cell("from").ifPresent(date -> assertThat(date).matches("\\d{4}(-\\d\\d){0,2}"));
            row.cell("until").ifPresent(date -> assertThat(date).matches("\\d{4}(-\\d\\d){0,2}"));
        }
        assertThat(types).isNotEmpty();
    }

    @Test
    void noTwoEntitiesShareAnItem() {
        Set<String> seen = new HashSet<>();
        for (String file : List.of("countries.tsv", "unions.tsv", "capitals.tsv", "cities.tsv", "actors.tsv")) {
            Set<String> here = new HashSet<>();
            Table.shipped(file)
                    .rows()
                    .forEach(row -> row.cell("qid").ifPresent(qid -> here.add(qid + row.need("name"))));
            here.forEach(one -> assertThat(seen.add(one.replaceAll("(Q\\d+).*", "$1")))
                    .as(one)
                    .isTrue());
        }
    }

    @Test
    void theNameFinderKnowsThePeoplesAndStates() {
        assertThat(words("peoples.txt"))
                .isEqualTo(Table.shipped("demonyms.tsv").rows().stream()
                        .flatMap(row -> row.list("adjectives").stream())
                        .filter(TableTest::isOneToken)
                        .collect(Collectors.toSet()));
        assertThat(words("states.txt"))
                .isEqualTo(Table.shipped("countries.tsv").rows().stream()
                        .filter(row -> row.type() == EntityType.STATE)
                        .map(row -> row.need("name"))
                        .filter(TableTest::isOneWord)
                        .collect(Collectors.toSet()));
    }

    private static boolean isOneToken(String name) {
        return isOneWord(name) && !name.contains("-");
    }

    private static boolean isOneWord(String name) {
        return !name.contains(" ");
    }

    /** Of a list in the resources of the package annotation, which may know nothing of this one. */
    private static Set<String> words(String list) {
        return Table.lines("/org/casus/annotation/" + list).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .collect(Collectors.toSet());
    }

    @Test
    void everyReadingOfAnAmbiguousNameIsInTheGazetteer() {
        Gazetteer gazetteer = Gazetteer.shipped();
        for (Table.Row row : Table.shipped("ambiguous.tsv").rows()) {
            assertThat(gazetteer.byId(row.need("id"))).as(row.need("name")).isPresent();
        }
    }
}
