package org.casus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTest {
    private static final Path RESOURCES = Path.of("src/test/resources/evaluation");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void tellsTheKindAndGivesItsFigures(GoldKind kind) throws IOException {
        Evaluation evaluation = new Evaluation(resource(kind, "gold.jsonl"), null);

        Figures figures = evaluation.score(resource(kind, "extracted.jsonl"), 0);

        assertThat(evaluation.kind()).isEqualTo(kind);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(figures.json()))
                .isEqualTo(json.readTree(Files.readString(resource(kind, "figures.json"))));
        assertThat(figures.misses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingWhereNothingWasExtracted(GoldKind kind) {
        Figures figures = new Evaluation(resource(kind, "gold.jsonl"), null).score(List.of(), 100);

        assertThat(figures.json()).doesNotContain("NaN", "0.5");
        assertThat(figures.misses()).allMatch(miss -> miss.contains(kind + ".gold.jsonl:"));
    }

    @Test
    void tellsOneFigureALine() {
        Figures figures = score(GoldKind.LINKS, 0);

        assertThat(figures.table())
                .containsExactly(
                        "links                         precision 0.333  recall 0.500  F1 0.400",
                        "precision on gold spans       0.5",
                        "links outside gold spans      1",
                        "mentions detected             1.0",
                        "gold                          2",
                        "records                       2",
                        "without output                0");
        assertThat(score(GoldKind.FACTS, 0).table()).contains("found event                   4");
        assertThat(score(GoldKind.ACTORS, 0).table()).contains("n                             3, 3");
    }

    @Test
    void tellsAsManyMissesAsItIsAskedFor() {
        assertThat(score(GoldKind.EVENTS, 10).misses())
                .singleElement()
                .asString()
                .endsWith("""
                events.gold.jsonl:6: Peru may yet recall its envoy to Oslo.
                  gold  SANCTION PER -> -
                  said  nothing""");
        assertThat(score(GoldKind.ACTORS, 10).misses())
                .hasSize(3)
                .first()
                .asString()
                .endsWith("  gold  NOR ELI\n  said  Ana Quist NOR GOV");
        assertThat(score(GoldKind.EVENT_PLACE, 10).misses())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("  gold  met in [Oslo]\n  said  Bergen");
        assertThat(score(GoldKind.LINKS, 10).misses())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("  gold  no link\n  said  Q119 May");
        assertThat(score(GoldKind.PLACES, 10).misses())
                .singleElement()
                .asString()
                .endsWith("  said  Valencia, Venezuela, 7376 km away");
        assertThat(score(GoldKind.ATTRIBUTION, 10).misses())
                .singleElement()
                .asString()
                .endsWith("The mayor: ships would wait");
        assertThat(score(GoldKind.FACTS, 2).misses())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("event not in 2020");
    }

    @Test
    void takesTheKindThatItIsTold() throws IOException {
        Path gold = gold("""
                {"id": "1", "text": "Lima.", "events": [], "mentions": [{"start": 0, "end": 4, "qid": "Q2868"}]}
                """);

        assertThat(new Evaluation(gold, null).kind()).isEqualTo(GoldKind.EVENTS);
        assertThat(new Evaluation(gold, GoldKind.LINKS).score(List.of(), 0).json())
                .contains("\"gold\":1,\"records\":1,\"without_output\":1");
    }

    @Test
    void readsAMarkOfByteOrderBlankLinesAndIdsThatAreNumbers() throws IOException {
        Path gold = gold("\uFEFF\n\n{\"id\": 7, \"text\": \"All is quiet.\", \"events\": []}\n\n");

        assertThat(new Evaluation(gold, null)
                        .score(List.of("{\"id\": \"7\"}"), 0)
                        .json())
                .contains("\"records\":1,\"without_output\":0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "2", "events": [}                                                       | broken JSON: Unexpected close marker '}': expected ']' (for Array starting at
            [1]                                                                            | not a JSON object
            {} {}                                                                          | broken JSON: Trailing token
            {"events": []}                                                                 | no "id"
            {"id": "2"}                                                                    | no "events"
            {"id": "2", "events": {}}                                                      | "events" is not a list
            {"id": "2", "events": ["AID"]}                                                 | in "events": not an object
            {"id": "2", "events": [{"type": 3}]}                                           | "type" is not a string
            """)
    void namesTheLineOfAFault(String line, String fault) throws IOException {
        Path gold = gold("{\"id\": \"1\", \"events\": []}\n" + line + "\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(gold, null))
                .withMessageStartingWith(gold + ":2: " + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ACTORS      | {"id": "1", "want": []}                                                             | in "want": not an object
            EVENT_PLACE | {"id": "1", "text": "Lima.", "places": []}                                          | no "verb"
            LINKS       | {"id": "1", "text": "Lima.", "mentions": [{"start": "0", "end": 4}]}                | "start" is not a whole number
            LINKS       | {"id": "1", "text": "Lima.", "mentions": [{"start": 0, "end": 4, "optional": 1}]}   | "optional" is not true or false
            LINKS       | {"id": "1", "text": "Lima.", "span": [0], "mentions": []}                           | "span" is not a begin and an end
            PLACES      | {"id": "1", "text": "Lima.", "mentions": [{"start": 0, "lat": 12.0}]}               | "lon" is not a number
            ATTRIBUTION | {"id": "1", "attributions": [{"source": {"text": "she", "start": 0, "end": 3}}]}    | no "content"
            FACTS       | {"kind": "rumour"}                                                                  | "kind" is "rumour", but one of event, attribution, territory, office, entity is needed
            FACTS       | {"kind": "entity"}                                                                  | no "name"
            FACTS       | {"kind": "entity", "name": "Li(ma"}                                                 | "name" is no regular expression: Unclosed group
            """)
    void namesTheFaultOfEachKind(GoldKind kind, String line, String fault) throws IOException {
        Path gold = gold(line + "\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(gold, kind))
                .withMessage(gold + ":1: " + fault);
    }

    @Test
    void saysWhatCannotBeScored() throws IOException {
        Path none = gold("\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(none, null))
                .withMessage(none + ": no gold in it");

        Path unknown = gold("{\"id\": \"1\", \"mentions\": []}\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(unknown, null))
                .withMessage(unknown + ": its fields do not tell what kind of gold it is; say so with --as");

        Path coref = gold("{\"id\": \"1\", \"mentions\": [{\"begin\": 0, \"end\": 4, \"cluster\": \"c1\"}]}\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(coref, null))
                .withMessage(coref + ":1: which mentions are one event (coref) is not scored here");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Path missing = folder.resolve("missing.jsonl");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(missing, null))
                .withMessage(missing + ": no such file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(folder, null))
                .withMessage(folder + ": cannot be read");

        Path latin = Files.write(
                folder.resolve("latin.jsonl"), "{\"id\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(latin, null))
                .withMessageStartingWith(latin + ": not UTF-8");
    }

    @Test
    void namesTheLineOfAFaultInExtractions() throws IOException {
        Path gold = gold("{\"id\": \"1\", \"events\": [{\"type\": \"AID\"}]}\n");
        Path extracted = Files.writeString(folder.resolve("out.jsonl"), "\n{\"id\": \"1\", \"events\": [{}]}\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(gold, null).score(extracted, 0))
                .withMessage(extracted + ":2: no \"type\"");
    }

    private static Figures score(GoldKind kind, int misses) {
        return new Evaluation(resource(kind, "gold.jsonl"), null).score(resource(kind, "extracted.jsonl"), misses);
    }

    private static Path resource(GoldKind kind, String what) {
        return RESOURCES.resolve(kind + "." + what);
    }

    private Path gold(String lines) throws IOException {
        return Files.writeString(folder.resolve("gold.jsonl"), lines);
    }
}
