package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityLinkerTest {
    private static final EntityLinker LINKER = new EntityLinker();

    /** The entity's id (or NIL) and the code of the first mention. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    # persons, by full name, by title, by what stands before them
                    [PERSON/GOV Armenian Prime Minister {Nikol Pashinyan}]   | Q7035479 | ARMGOV
                    [PERSON {Pashinyan}]                                     | Q7035479 | ARMGOV
                    [PERSON {Barack Obama}] visited Hanoi                    | Q76      | USAGOV
                    [PERSON/GOV Canadian President {Barack Obama}]           | NIL      | CANGOV
                    [PERSON/GOV Fijian Prime Minister {Jone Vakalevu}]       | NIL      | FJIGOV
                    [PERSON {Jone Vakalevu}, a adviser to Azerbaijan]        | NIL      | AZE
                    [PERSON/GOV the Federal Minister {Asif Jatoi}] said so   | NIL      | GOV
                    [PERSON/GOV the Interior Minister {Asif Jatoi}] said so  | NIL      | GOV
                    [PERSON {Georgia}] said so                               | NIL      | ''
                    [PERSON {Jordan}] said so                                | NIL      | ''
                    # states and unions
                    [PLACE {Kazakhstan}]                                     | Q232     | KAZ
                    [PLACE the {U.S.}] said so                               | Q30      | USA
                    [PLACE the {Islamic Republic of Iran}]                   | Q794     | IRN
                    [PLACE {DRC}]                                            | Q974     | COD
                    [PLACE {Türkiye}]                                        | Q43      | TUR
                    [PLACE the {Soviet Union}]                               | Q15180   | SUN
                    [ORGANISATION {NATO}] said so                            | Q7184    | IGO
                    [ORGANISATION the {United Nations}]                      | Q1065    | IGO
                    # the longest name
                    [ORGANISATION/MIL the {U.S. Navy}]                       | Q11220   | USAMIL
                    [ORGANISATION/MIL the U.S. {Navy}]                       | Q11220   | USAMIL
                    [PLACE the {U.S.}] Navy said so                          | Q11220   | USAMIL
                    [ORGANISATION {Al-Qaeda}]                                | Q34490   | IMG
                    the [PLACE {Lachin}] corridor is open                    | casus-corridor-lachin-corridor | ''
                    the [PLACE {Lachin}] road is open                        | casus-city-lachin | ''
                    # bodies that the gazetteer does not know
                    [ORGANISATION/GOV Chile's {Defense Ministry}]            | NIL      | CHLGOV
                    [ORGANISATION/MIL {Saudi National Guard}]                | NIL      | SAUMIL
                    [ORGANISATION/PTY the {Labour Party} of Jamaica]         | NIL      | JAMPTY
                    # groups
                    [GROUP/MIL Azerbaijani forces]                           | NIL      | AZEMIL
                    [GROUP/REB pro-Iranian rebels]                           | NIL      | REB
                    [GROUP/REB Iraqi rebels]                                 | NIL      | IRQREB
                    [GROUP/REB U.S.-backed Syrian rebels]                    | NIL      | SYRREB
                    [GROUP/REB a Somalia-based group]                        | NIL      | SOMREB
                    [GROUP/MIL Bosnian Serb forces]                          | NIL      | BIHMIL
                    [GROUP/REB Boko Haram gunmen]                            | NIL      | NGAREB
                    [GROUP/UAF Boko Haram gunmen]                            | NIL      | NGAREB
                    [GROUP members of SANDF]                                 | NIL      | ZAFMIL
                    [GROUP/REL Muslim leaders in France]                     | NIL      | FRAREL
                    [GROUP/GOV Western officials]                            | NIL      | GOV
                    [GROUP/COP English police]                               | NIL      | GBRCOP
                    [GROUP/REB Western Sahara rebels]                        | NIL      | ESHREB
                    [GROUP/GOV Russia's ambassador to Poland]                | NIL      | RUSGOV
                    [GROUP/GOV the ambassador to Poland]                     | NIL      | GOV
                    [GROUP/COP police in Wadi Khaled]                        | NIL      | COP
                    [GROUP/COP Kyiv police]                                  | NIL      | UKRCOP
                    [GROUP/COP police in Birmingham, Alabama] said so        | NIL      | USACOP
                    [GROUP/COP Birmingham police] left Birmingham, Alabama   | NIL      | USACOP
                    [GROUP/MIL Congo troops] left Brazzaville and Kinshasa for Goma | NIL | CODMIL
                    GENEVA - [GROUP/REB Armed rebels in the Congo] left Goma | NIL      | CODREB
                    [GROUP/GOV the president of the European Council]        | NIL      | IGOGOV
                    [GROUP/UAF gunmen]                                       | NIL      | UAF
                    [GROUP/MIL Vietnamese-led forces]                        | NIL      | VNMMIL
                    [GROUP/MIL Saddam Hussein's troops]                      | NIL      | IRQMIL
                    [GROUP/GOV al-Qaeda leaders]                             | NIL      | IMG
                    [ORGANISATION the al-Qaeda network]                      | Q34490   | IMG
                    # whose words tell no country: what the sentence or the article speaks of
                    [GROUP/UAF gunmen] attacked a school in Peru             | NIL      | PERUAF
                    [GROUP/UAF gunmen] attacked a school in Addis Ababa      | NIL      | ETHUAF
                    [GROUP/UAF gunmen] attacked a school in Abu Dhabi        | NIL      | AREUAF
                    [GROUP/UAF gunmen] attacked Peruvian tourists in Chile   | NIL      | UAF
                    [GROUP/MIL foreign troops] attacked a school in Peru     | NIL      | MIL
                    [GROUP/REB pro-Iranian rebels] offered talks in Lebanon  | NIL      | LBNREB
                    [PERSON/JUD Judge {Alejandro Rivera}] said so in Chile   | NIL      | CHLJUD
                    # peoples
                    [POPULATION {Armenians}]                                 | NIL      | ARMCVL
                    [POPULATION the {Israelis}]                              | NIL      | ISR
                    [POPULATION two {Israelis}]                              | NIL      | ISRCVL
                    [POPULATION ethnic {Albanians}] met in Serbia            | NIL      | SRBCVL
                    [POPULATION Iraqi {Kurds}]                               | NIL      | IRQCVL
                    [POPULATION the Greek {Cypriots}]                        | NIL      | CYPCVL
                    [POPULATION ethnic {Albanians}]                          | NIL      | CVL
                    [POPULATION ethnic Karabakh {Armenians}]                 | NIL      | CVL
                    # lands in dispute have no claimant's code
                    [PLACE the {Republic of Artsakh}]                        | Q244165  | ''
                    [PLACE {Crimea}]                                         | Q7835    | ''
                    [PLACE {Kosovo}]                                         | Q1246    | XKX
                    [PLACE {Taiwan}]                                         | Q865     | TWN
                    """)
    void linksAndCodes(String text, String entity, String code) {
        LinkedMention linked = first(MarkedText.of(text).extraction());
        assertThat(idOrNil(linked)).isEqualTo(entity);
        assertThat(linked.code().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    1999-01-01 | [PERSON {Vladimir Putin}]  | RUSSPY
                    2009-01-01 | [PERSON {Vladimir Putin}]  | RUSGOV
                    2023-05    | [PERSON {Angela Merkel}]   | DEUELI
                    2019-05-01 | [PERSON {Angela Merkel}]   | DEUGOV
                    2002-05-01 | [ORGANISATION the {Taliban}]  | AFGREB
                    2022-05-01 | [ORGANISATION the {Taliban}]  | AFGGOV
                    2019-05-01 | [PERSON former President {Barack Obama}]  | USAELI
                    2020-03-01 | [PERSON/GOV British Prime Minister {Johnson}]  | GBRGOV
                    # of two that share letters, the one of the land that the article is about
                    2024-03-15 | [ORGANISATION the {RSF}] attacked a village of [PLACE {Sudan}] | SDNREB
                    2024-03-15 | [ORGANISATION {RSF}] wrote to [PLACE {Iran}] | NGO
                    """)
    void codesByTheOfficeOnTheDay(String date, String text, String code) {
        LinkedMention linked = first(MarkedText.of("a1", date, text).extraction());
        assertThat(linked.code().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [PLACE {Georgia}] said Tbilisi would talk                            | Q230
                    [PLACE {Georgia}] said voters in Atlanta and Savannah would wait     | Q1428
                    [PLACE {Georgia}]                                                    | Q230
                    [PLACE {Congo}] said M23 left Goma                                   | Q974
                    [PLACE {Korea}]                                                      | NIL
                    [PLACE {Korea}] and Seoul                                            | Q884
                    [PLACE {Congo}] and Brazzaville                                      | Q971
                    [PLACE {Korea}] and Pyongyang                                        | Q423
                    [PLACE {Jordan}]                                                     | Q810
                    [PLACE {Chad}]                                                       | Q657
                    [PLACE {Washington}] and the Pentagon                                 | Q61
                    [PLACE {Washington}], Seattle and Spokane                            | Q1223
                    [PLACE {Jersey}] and Guernsey                                        | Q785
                    [PLACE {Jersey}]                                                     | NIL
                    [PLACE New {Jersey}]                                                 | Q1408
                    [PLACE {Victoria}] and Melbourne                                     | Q36687
                    [PLACE {Victoria}]                                                   | NIL
                    # or for a person
                    [PERSON {Chad}] said so                                              | NIL
                    [PERSON {Washington}] said so                                        | NIL
                    [PERSON {Victoria}] said so                                          | NIL
                    [PLACE {London}] and Toronto in Canada                               | casus-geonames-6058560
                    [PLACE {London}] and Toronto in Canada, not Britain                  | Q84
                    [PLACE {Valencia}] in Spain                                          | Q8818
                    [PLACE {Valencia}], Venezuela                                        | casus-geonames-3625549
                    [PLACE {Springfield}]                                                | NIL
                    # a town goes before the province of its name, but for a village and where few live in the town
                    [PLACE {Kisumu}] said so in Kenya                                    | casus-geonames-191245
                    [PLACE {Uppsala}] in Sweden                                          | casus-geonames-2666199
                    [PLACE {Osaka}] said so                                              | Q35765
                    [PLACE {Sinaloa}] said so in Mexico                                  | casus-geonames-3983035
                    [PLACE {Quebec}] said so                                             | Q176
                    # in a list none lies in the next
                    [PLACE {Oregon}], New Mexico, Indiana and Ohio                       | Q824
                    [PLACE {Oslo}], Hedmark, and Oppland                                 | Q585
                    [PLACE {Springfield}], Illinois, and Dayton, Ohio                    | casus-geonames-4250542
                    [PLACE {Springfield}], Oregon, New Mexico and Ohio                   | casus-geonames-5754005
                    # but an address stays one, be its town unknown
                    [PLACE {Paris}], Idaho, and Boise                                    | casus-geonames-5603240
                    [PLACE {Cairns}], N.C., and Durham                                   | NIL
                    [PLACE {Cairns}], Ohio, and Dayton                                    | NIL
                    [PLACE {Solhan}] is far from Turkey                                   | casus-geonames-300377
                    [PLACE {Solhan}] is quiet, Burkina Faso said                         | NIL
                    [PLACE {Cairns}], Hedmark, and Oppland                               | casus-geonames-2172797
                    They blamed the [PLACE {West}] for it                                | NIL
                    They blamed [PLACE the {West}] for it                                | NIL
                    # a county lies in the state that is spoken of
                    [PLACE {Story County}] said so, in Iowa                              | casus-story-county-usia
                    # where somebody is from is a place, whatever the tagger takes it for
                    Ann Lee, 43, of [PERSON {Cairns}] in Australia, said so              | casus-geonames-2172797
                    Ann Lee visited [PERSON {Port-au-Prince}]                             | Q34261
                    # in a report on sport a team is no land, but a dateline and a seat are places
                    [PLACE {Zurich}] beat the league's champions in a cup match          | NIL
                    [PLACE {ZURICH}] - The league lost a cup match                       | casus-geonames-2657896
                    A body [PLACE {Zurich}]-based lost a cup match in the league         | casus-geonames-2657896
                    """)
    void tellsPlacesOfOneNameApart(String text, String entity) {
        assertThat(idOrNil(first(MarkedText.of(text).extraction()))).isEqualTo(entity);
    }

    @Test
    void aCapitalThatActsIsItsState() {
        MarkedText text = MarkedText.of("[PLACE {Baku}] offered talks to [PLACE {Yerevan}] in [PLACE {Brussels}]");
        LinkedArticle linked = LINKER.link(text.withEvent(0, 1, false));

        assertThat(code(linked, text.mention(0))).isEqualTo("AZEGOV");
        assertThat(entity(linked, text.mention(0)).type()).isEqualTo(EntityType.STATE);
        assertThat(entity(linked, text.mention(1)).id()).isEqualTo("Q399");
        assertThat(entity(linked, text.mention(2)).type()).isEqualTo(EntityType.CITY);
    }

    @Test
    void aCapitalWhereSomethingHappensIsACity() {
        MarkedText text = MarkedText.of("[PERSON {Putin}] met rebels near [PLACE {Baku}]");
        LinkedArticle linked = LINKER.link(text.withEvent(0, 1, true));

        assertThat(entity(linked, text.mention(1)).id()).isEqualTo("Q9248");
        assertThat(code(linked, text.mention(1))).isEqualTo("AZE");
    }

    @Test
    void aSeatOfAUnionActsForTheUnion() {
        LinkedMention linked = first(MarkedText.of("[PLACE {Brussels}] said so").extraction());
        assertThat(idOrNil(linked)).isEqualTo("Q458");
        assertThat(linked.code().code()).isEqualTo("IGOGOV");
    }

    @Test
    void aSurnameIsWhomTheArticleNamesInFull() {
        MarkedText text = MarkedText.of("""
                [PERSON/OPP Fijian opposition leader {Eric Trump}] said so
                [PERSON {Trump}] said more
                """);
        LinkedArticle linked = LINKER.link(text.extraction());

        assertThat(entity(linked, text.mention(1))).isEqualTo(entity(linked, text.mention(0)));
        assertThat(code(linked, text.mention(1))).isEqualTo("FJIOPP");
    }

    @Test
    void anAcronymIsWhatTheArticleSpellsOut() {
        MarkedText text = MarkedText.of("""
                [ORGANISATION/PTY the {Progressive Reform Initiative}] of Latvia met
                [ORGANISATION {PRI}] said so
                """);
        LinkedArticle linked = LINKER.link(text.extraction());
        assertThat(entity(linked, text.mention(1)).name()).isEqualTo("Progressive Reform Initiative");
    }

    @Test
    void whatBracketsIntroduceIsShortForTheNameBeforeThem() {
        MarkedText text = MarkedText.of("""
                [ORGANISATION/GOV the {Valley Monitoring Office} of Latvia] (LATVAL) met
                [OTHER {LATVAL}] said so
                """);
        LinkedArticle linked = LINKER.link(text.extraction());

        assertThat(entity(linked, text.mention(1)).name()).isEqualTo("Valley Monitoring Office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AFP", "UTC", "L-TX"})
    void notAllThatStandsInBracketsIsAShortName(String other) {
        MarkedText text = MarkedText.of("""
                [ORGANISATION/GOV the {Valley Monitoring Office} of Latvia] (%1$s) met
                [OTHER {%1$s}] said so
                """.formatted(other));
        LinkedArticle linked = LINKER.link(text.extraction());

        assertThat(linked.link(text.mention(1)).map(LinkedMention::entity))
                .isNotEqualTo(linked.link(text.mention(0)).map(LinkedMention::entity));
    }

    @Test
    void anAcronymThatOthersHaveIsTheNamesWhoseLettersItHas() {
        MarkedText text = MarkedText.of("""
                [ORGANISATION the {Alpine Ferry Pilots} of Latvia] (AFP) met
                [ORGANISATION {AFP}] said so
                """);
        LinkedArticle linked = LINKER.link(text.extraction());

        assertThat(entity(linked, text.mention(1)).name()).isEqualTo("Alpine Ferry Pilots");
    }

    @ParameterizedTest
    @CsvSource({
        "al-Raqqa, SYRUAF",
        "al-Hasakah, SYRUAF",
        "al-Sudanese, UAF",
        "al-Iran, UAF",
        "lands such as - Iran, IRNUAF"
    })
    void anArabicArticleMakesASurnameOfALandButATownOfATown(String place, String code) {
        String text = "[GROUP/UAF gunmen] attacked " + place;
        assertThat(first(MarkedText.of(text).extraction()).code().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "rival, PLACE {Rwanda}, ''",
        "rival, PERSON {Barack Obama}, USA",
        "counterpart, PERSON {Barack Obama}, ''"
    })
    void onlyALandsRivalsAreOfOtherLands(String rivals, String owner, String country) {
        Mention of = MarkedText.of("[%s] said so".formatted(owner)).mention(0);
        MarkedText text = MarkedText.of("[%s] said so\n[GROUP its %s]".formatted(owner, rivals));
        Mention plain = text.mention(1);
        Mention owned = new Mention(
                plain.sentence(), plain.head(), plain.span(), plain.text(), null, plain.kind(), null, null, of);
        Extraction extraction = new Extraction(
                text.extraction().annotated(), List.of(owned), List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(code(LINKER.link(extraction), owned)).isEqualTo(country);
    }

    @Test
    void anOfficeTellsWhereAPersonIsFrom() {
        MarkedText text = MarkedText.of("[PERSON {Ana Solberg}] said so as president of [PLACE {Norway}]");
        LinkedArticle linked = LINKER.link(text.withOffice(0, 1));
        assertThat(code(linked, text.mention(0))).isEqualTo("NOR");
    }

    @Test
    void aPronounIsWhatItStandsFor() {
        MarkedText text = MarkedText.of("[PERSON {Nikol Pashinyan}] said so");
        Mention he = new Mention(
                0, 1, text.mention(0).span(), "he", null, Mention.Kind.PRONOUN, null, text.mention(0), null);
        Mention it = new Mention(0, 1, text.mention(0).span(), "it", null, Mention.Kind.PRONOUN, null, null, null);
        Extraction extraction = new Extraction(
                text.extraction().annotated(), List.of(he, it), List.of(), List.of(), List.of(), List.of(), List.of());
        LinkedArticle linked = LINKER.link(extraction);

        assertThat(entity(linked, he).id()).isEqualTo("Q7035479");
        assertThat(linked.link(it)).get().extracting(LinkedMention::entity).isNull();
    }

    @Test
    void aNamedUnknownIsOneInAllArticlesAndADescribedOneIsNot() {
        String named = "[PERSON Kenyan lawyer {Amina Otieno}]";
        String described = "[GROUP/UAF the masked Kenyan gunmen]";
        assertThat(id("a1", named)).isEqualTo(id("a2", named)).startsWith("nil-");
        assertThat(id("a1", described)).isNotEqualTo(id("a2", described)).startsWith("nil-");
        assertThat(id("a1", named)).isNotEqualTo(id("a1", named.replace("Kenyan", "Ugandan")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[GROUP them and us]", "[OTHER turkey]", "[OTHER the gulf]", "[ORGANISATION {Us Weekly}]"})
    void commonWordsAreNoNames(String text) {
        assertThat(idOrNil(first(MarkedText.of(text).extraction()))).isEqualTo("NIL");
    }

    private static LinkedMention first(Extraction extraction) {
        return LINKER.link(extraction).link(extraction.mentions().get(0)).orElseThrow();
    }

    private static String id(String article, String text) {
        Entity entity = first(MarkedText.of(article, null, text).extraction()).entity();
        return entity == null ? "none" : entity.id();
    }

    private static String idOrNil(LinkedMention linked) {
        Entity entity = linked.entity();
        return entity instanceof Entity.Known ? entity.id() : "NIL";
    }

    private static Entity entity(LinkedArticle article, Mention mention) {
        Entity entity = article.link(mention).orElseThrow().entity();
        if (entity == null) {
            throw new AssertionError("no entity for " + mention);
        }
        return entity;
    }

    private static String code(LinkedArticle article, Mention mention) {
        return article.link(mention).orElseThrow().code().code();
    }
}
