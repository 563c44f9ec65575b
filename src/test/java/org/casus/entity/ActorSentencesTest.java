package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.ConlluArticles;
import org.casus.extraction.Extractor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that the parser has read, and the code of an actor in each: its country and what it is. */
class ActorSentencesTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final EntityLinker LINKER = new EntityLinker();
    private static final Map<String, AnnotatedArticle> SENTENCES = ConlluArticles.read("actors").stream()
            .collect(Collectors.toMap(article -> article.article().id(), Function.identity()));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    spokesman-of-rebels   | A spokesman for the rebels | CODREB
                    leader-of-opposition  | the leader of the opposition in Kampala | UGAOPP
                    commander-of-rebels   | a commander of the ELN rebels | COLREB
                    commander-of-movement | a Hamas commander in Gaza | PSEREB
                    leader-of-state       | The leader of Ghana | GHAGOV
                    its-soldiers          | its soldiers | RWAMIL
                    its-fishermen         | its fishermen | INDLAB
                    aide-of-al            | A senior aide to al-Sudani | GOV
                    lawyer-of-surname     | Mr Lagos's lawyer | JUD
                    his-counterpart       | his counterpart | GOV
                    thousands             | Thousands | TUNCVL
                    administration-before | The Obama administration | USAGOV
                    regime-of-surname     | The Uribe government | COLGOV
                    cabinet-of-place-name | The Bush cabinet | USAGOV
                    government-of-capital | The Damascus government | SYRGOV
                    accused-a-land        | The government | GOV
                    attacked-a-land       | The army | MIL
                    curfew-in-a-land      | The government | TGOGOV
                    """)
    void anActorHasTheCodeThatItsSentenceTells(String id, String words, String code) {
        LinkedArticle linked = LINKER.link(EXTRACTOR.extract(Objects.requireNonNull(SENTENCES.get(id))));

        assertThat(linked.mentions().entrySet().stream()
                        .filter(link -> link.getKey().text().equals(words))
                        .map(link -> link.getValue().code().code()))
                .containsExactly(code);
    }
}
