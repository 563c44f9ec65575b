package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TerritoriesTest {
    /** Skips where no folder of gold files is given. */
    @Test
    void countriesHaveTheItemsThatTheGoldHas() throws IOException {
        Path gold = Path.of(System.getProperty("casus.gold", ""), "territories.jsonl");
        assumeTrue(Files.exists(gold), "no gold");
        Gazetteer gazetteer = Gazetteer.shipped();
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String line : Files.readAllLines(gold)) {
            JsonNode territory = new ObjectMapper().readTree(line);
            String code = territory.path("alpha3").asText().toUpperCase(Locale.ROOT);
            Set<String> right = new HashSet<>();
            right.add(territory.path("qid").asText());
            territory.path("other_qids").forEach(qid -> right.add(qid.asText()));
            List<Entry> named = gazetteer.find(territory.path("name").asText());
            for (Entry entry : Stream.concat(named.stream(), gazetteer.state(code).stream())
                    .distinct()
                    .toList()) {
                boolean comparable = entry.is(EntityType.STATE)
                        && entry.entity().qid() != null
                        && entry.country().filter(code::equals).isPresent();
                if (comparable) {
                    seen++;
                    if (!right.contains(entry.entity().qid())) {
                        wrong.add(line);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(190);
    }
}
