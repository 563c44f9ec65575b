package org.casus.graph;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.entity.EntityType;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventType;
import org.casus.extraction.Factuality;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.RelationMention;
import org.casus.extraction.TerritorialStatement;

/**
 * The terms of {@code ontology/casus.ttl}, and the names of the graphs of a store. Classes that share a name with a
 * property carry a suffix.
 */
public final class Vocabulary {
    public static final String NS = "https://w3id.org/casus/ontology#";
    public static final String PLOVER = "https://w3id.org/casus/plover#";
    public static final String CAMEO_NS = "https://w3id.org/casus/cameo#";
    public static final String DATA = "https://w3id.org/casus/data/";

    /** Holds what is known of actors and places: the union over {@link ArticleGraph#entities()}. */
    public static final String ENTITIES_GRAPH = DATA + "graph/entities";

    /** Holds the fused events. */
    public static final String EVENTS_GRAPH = DATA + "graph/events";

    /** Holds the triples of OpenIE, which no query sees that does not name it. */
    public static final String OPENIE_GRAPH = DATA + "graph/openie";

    /** Holds the ontology and the schemes. */
    public static final String VOCABULARY_GRAPH = DATA + "graph/vocabulary";

    /** Holds all that depends on the run and its clock. */
    public static final String RUNS_GRAPH = DATA + "graph/runs";

    /** In the runs graph: by which version the events were put together. */
    public static final String FUSION = DATA + "fusion";

    public static final Resource ARTICLE = term("Article");
    public static final Resource ARTICLE_GRAPH = term("ArticleGraph");
    public static final Resource EXTRACTION = term("Extraction");
    public static final Resource SOFTWARE = term("Software");
    public static final Resource SENTENCE = term("Sentence");
    public static final Resource MENTION = term("Mention");
    public static final Resource TRIGGER_CLASS = term("Trigger");
    public static final Resource EVENT = term("Event");
    public static final Resource NAMED_EVENT = term("NamedEvent");
    public static final Resource EVENT_REPORT = term("EventReport");
    public static final Resource SIMILARITY_CLASS = term("Similarity");
    public static final Resource IDENTITY_CLASS = term("Identity");
    public static final Resource NUMBER_CLASS = term("Number");
    public static final Resource CERTAINTY_CLASS = term("Certainty");
    public static final Resource POLARITY_CLASS = term("Polarity");
    public static final Resource TENSE_CLASS = term("Tense");
    public static final Resource VOICE_CLASS = term("Voice");
    public static final Resource STATEMENT = term("Statement");
    public static final Resource TERRITORIAL_STATEMENT = term("TerritorialStatement");
    public static final Resource TERRITORIAL_RELATION = term("TerritorialRelation");
    public static final Resource DE_FACTO_RELATION = term("DeFactoRelation");
    public static final Resource CLAIM_RELATION = term("ClaimRelation");
    public static final Resource RECOGNITION_RELATION = term("RecognitionRelation");
    public static final Resource TRANSFER_RELATION = term("TransferRelation");
    public static final Resource CONTROL_INTERVAL = term("ControlInterval");
    public static final Resource OFFICE_HOLDING = term("OfficeHolding");
    public static final Resource STANDING_CLASS = term("Standing");
    public static final Resource RELATION_STATEMENT = term("RelationStatement");
    public static final Resource ACTOR_RELATION = term("ActorRelation");
    public static final Resource OPEN_TRIPLE = term("OpenTriple");
    public static final Resource UNLINKED_ENTITY = term("UnlinkedEntity");

    public static final Property IN_ARTICLE = property("inArticle");
    public static final Property IN_SENTENCE = property("inSentence");
    public static final Property DATE_BASIS = property("dateBasis");
    public static final Property TEXT_HASH = property("textHash");
    public static final Property TABLES_HASH = property("tablesHash");
    public static final Property REFERS_TO = property("refersTo");
    public static final Property LINK_SCORE = property("linkScore");
    public static final Property LINK_REASON = property("linkReason");
    public static final Property SURFACE_FORM = property("surfaceForm");
    public static final Property ANTECEDENT = property("antecedent");
    public static final Property MENTION_KIND = property("mentionKind");
    public static final Property REPORTS = property("reports");
    public static final Property REPEATS = property("repeats");
    public static final Property COPY_OF = property("copyOf");
    public static final Property EVENT_TYPE = property("eventType");
    public static final Property MODE = property("mode");
    public static final Property CONTEXT = property("context");
    public static final Property CAMEO = property("cameo");
    public static final Property TRIGGER = property("trigger");
    public static final Property ALSO_TRIGGER = property("alsoTrigger");
    public static final Property LEMMA = property("lemma");
    public static final Property SOURCE = property("source");
    public static final Property TARGET = property("target");
    public static final Property PLACE = property("place");
    public static final Property ORIGIN = property("origin");
    public static final Property DESTINATION = property("destination");
    public static final Property SOURCE_MENTION = property("sourceMention");
    public static final Property TARGET_MENTION = property("targetMention");
    public static final Property PLACE_MENTION = property("placeMention");
    public static final Property ORIGIN_MENTION = property("originMention");
    public static final Property DESTINATION_MENTION = property("destinationMention");
    public static final Property PLACE_BASIS = property("placeBasis");
    public static final Property SPOKEN_OF = property("spokenOf");
    public static final Property CONFIDENCE = property("confidence");
    public static final Property RULE = property("rule");
    public static final Property NUMBER = property("number");
    public static final Property COUNTS = property("counts");
    public static final Property LOW = property("low");
    public static final Property HIGH = property("high");
    public static final Property WORDS = property("words");
    public static final Property REPORT_COUNT = property("reportCount");
    public static final Property ARTICLE_COUNT = property("articleCount");
    public static final Property PUBLISHER_COUNT = property("publisherCount");
    public static final Property FIRST_REPORTED = property("firstReported");
    public static final Property LAST_REPORTED = property("lastReported");
    public static final Property IN_DISPUTE = property("inDispute");
    public static final Property AWAITS_FUSION = property("awaitsFusion");
    public static final Property SIMILAR = property("similar");
    public static final Property NAME = property("name");
    public static final Property IDENTIFIES = property("identifies");
    public static final Property REASON = property("reason");
    public static final Property SIMILARITY = property("similarity");
    public static final Property EARLIEST = property("earliest");
    public static final Property LATEST = property("latest");
    public static final Property FIRST_DAY = property("firstDay");
    public static final Property LAST_DAY = property("lastDay");
    public static final Property TIME_PRECISION = property("timePrecision");
    public static final Property TIME_BASIS = property("timeBasis");
    public static final Property TIME_TEXT = property("timeText");
    public static final Property CERTAINTY = property("certainty");
    public static final Property POLARITY = property("polarity");
    public static final Property TENSE = property("tense");
    public static final Property VOICE = property("voice");
    public static final Property ORDER = property("order");
    public static final Property CAPACITY = property("capacity");
    public static final Property VOICE_MENTION = property("voiceMention");
    public static final Property QUOTED = property("quoted");
    public static final Property CUE = property("cue");
    public static final Property STATEMENT_KIND = property("statementKind");
    public static final Property RELATION = property("relation");
    public static final Property TERRITORY = property("territory");
    public static final Property HOLDER = property("holder");
    public static final Property FORMER_HOLDER = property("formerHolder");
    public static final Property STATED_BY = property("statedBy");
    public static final Property RECOGNISED_BY = property("recognisedBy");
    public static final Property TERRITORY_MENTION = property("territoryMention");
    public static final Property HOLDER_MENTION = property("holderMention");
    public static final Property FORMER_HOLDER_MENTION = property("formerHolderMention");
    public static final Property STATED_BY_MENTION = property("statedByMention");
    public static final Property RECOGNISED_BY_MENTION = property("recognisedByMention");
    public static final Property FROM = property("from");
    public static final Property UNTIL = property("until");
    public static final Property EARLIEST_FROM = property("earliestFrom");
    public static final Property LATEST_FROM = property("latestFrom");
    public static final Property EARLIEST_UNTIL = property("earliestUntil");
    public static final Property LATEST_UNTIL = property("latestUntil");
    public static final Property EARLIEST_AS_OF = property("earliestAsOf");
    public static final Property LATEST_AS_OF = property("latestAsOf");
    public static final Property FROM_EVENT = property("fromEvent");
    public static final Property UNTIL_EVENT = property("untilEvent");
    public static final Property BEGUN_BY = property("begunBy");
    public static final Property ENDED_BY = property("endedBy");
    public static final Property PERSON = property("person");
    public static final Property OFFICE = property("office");
    public static final Property OFFICE_OF = property("officeOf");
    public static final Property PERSON_MENTION = property("personMention");
    public static final Property OFFICE_OF_MENTION = property("officeOfMention");
    public static final Property AS_OF = property("asOf");
    public static final Property FORMER = property("former");
    public static final Property STANDING = property("standing");
    public static final Property SUBJECT = property("subject");
    public static final Property PREDICATE = property("predicate");
    public static final Property OBJECT = property("object");
    public static final Property SUBJECT_MENTION = property("subjectMention");
    public static final Property OBJECT_MENTION = property("objectMention");
    public static final Property OPEN_SUBJECT = property("openSubject");
    public static final Property OPEN_RELATION = property("openRelation");
    public static final Property OPEN_OBJECT = property("openObject");
    public static final Property COUNTRY = property("country");
    public static final Property ISO_ALPHA_2 = property("isoAlpha2");
    public static final Property ISO_ALPHA_3 = property("isoAlpha3");
    public static final Property SECTOR = property("sector");
    public static final Property ACTOR_CODE = property("actorCode");
    public static final Property INTENSITY = property("intensity");

    private Vocabulary() {}

    /** The class of a fused event, such as casus:Assault. */
    public static Resource eventClass(EventType type) {
        return term(capitalised(type));
    }

    /** The type of a report, such as plover:ASSAULT. */
    public static Resource eventType(EventType type) {
        return ResourceFactory.createResource(PLOVER + type.name());
    }

    /** The mode of a type, such as plover:ASSAULT-aerial. */
    public static Resource mode(EventType type, String mode) {
        return ResourceFactory.createResource(PLOVER + type.name() + "-" + mode);
    }

    /** A context, such as plover:context-military. */
    public static Resource context(String context) {
        return ResourceFactory.createResource(PLOVER + "context-" + context);
    }

    /** A code of CAMEO, such as cameo:190. */
    public static Resource cameo(String code) {
        return ResourceFactory.createResource(CAMEO_NS + code);
    }

    /** The class of an actor or a place, such as casus:City. */
    public static Resource entityClass(EntityType type) {
        return term(type.label());
    }

    public static Resource relation(TerritorialStatement.Relation relation) {
        return term(relation.label());
    }

    /** How an actor or place stands to another, such as casus:memberOf. */
    public static Resource predicate(RelationMention.Predicate predicate) {
        return term(predicate.label());
    }

    /** How a person stands to an office, such as casus:Former. */
    public static Resource standing(OfficeMention.Standing standing) {
        return term(capitalised(standing));
    }

    public static Resource certainty(Factuality.Certainty certainty) {
        return term(capitalised(certainty));
    }

    public static Resource polarity(Factuality.Polarity polarity) {
        return term(capitalised(polarity));
    }

    public static Resource tense(Factuality.Tense tense) {
        return term(capitalised(tense));
    }

    public static Resource role(Attribution.Role role) {
        return term(capitalised(role));
    }

    /** The unit of OWL-Time, or one of our own where it has none; empty where the precision is unknown. */
    public static Optional<Resource> precision(Precision precision) {
        return switch (precision) {
            case DECADE, CENTURY -> Optional.of(term("unit" + capitalised(precision)));
            case SECOND, HOUR, DAY, WEEK, MONTH, YEAR ->
                Optional.of(ResourceFactory.createResource(Standard.TIME + "unit" + capitalised(precision)));
            case UNKNOWN -> Optional.empty();
        };
    }

    private static String capitalised(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static Resource term(String name) {
        return ResourceFactory.createResource(NS + name);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(NS, name);
    }
}
