package org.casus.entity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.annotation.Sentence;
import org.casus.article.Article;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;
import org.casus.extraction.OfficeMention;
import org.jspecify.annotations.Nullable;

/** Links the mentions of one article. */
final class ArticleLinker {
    private static final double BY_ADJECTIVE = 0.9;
    private static final ActorCode NO_CODE = new ActorCode(null, null);
    private static final Set<String> OUT_OF_OFFICE = Set.of(
            "former", "ex", "ousted", "deposed", "toppled", "overthrown", "onetime", "erstwhile", "late", "disgraced");

    private static final Set<String> MEMBERS =
            Set.of("member", "supporter", "follower", "activist", "fighter", "leader");
    /** Sectors that give way to that of the body named: officials may be a party's, commanders a rebel army's. */
    private static final Set<String> VAGUE = Set.of("UAF", "GOV", "MIL");

    private static final Set<String> HOMES =
            Set.of("home", "house", "village", "town", "residence", "neighbourhood", "neighborhood", "settlement");

    /** "Its counterpart" is of another land. */
    private static final Set<String> OTHER_SIDE = Set.of("counterpart", "host", "guest", "neighbour", "neighbor");
    /** A land's are of others, a president's are at home. */
    private static final Set<String> OTHER_LANDS = Set.of("opponent", "rival", "adversary", "enemy", "foe", "ally");

    private static final Set<String> MODIFIES = Set.of("amod", "compound", "nmod:poss");

    private final Gazetteer gazetteer;
    private final Extraction extraction;
    private final Article article;
    private final PhraseReader phrases;
    private final PeopleReader peoples;
    private final BodySorts sorts;
    private final Demonyms demonyms;
    private final Roles roles;
    private final FullNames fullNames;
    private final PersonChooser persons;
    private final NameChooser names;
    private final NilEntities nils;
    private final Surroundings surroundings;

    /** What the article tells of persons and bodies that the gazetteer does not know, wherever it tells it. */
    private final Map<String, ActorCode> told = new HashMap<>();

    ArticleLinker(Gazetteer gazetteer, Demonyms demonyms, Ambiguous ambiguous, Extraction extraction) {
        this.gazetteer = gazetteer;
        this.extraction = extraction;
        article = extraction.annotated().article();
        ArticleContext context = new ArticleContext(extraction.annotated(), gazetteer, demonyms);
        phrases = new PhraseReader(gazetteer, demonyms, ambiguous, context);
        peoples = new PeopleReader(gazetteer, demonyms);
        sorts = new BodySorts(phrases);
        this.demonyms = demonyms;
        roles = new Roles(extraction);
        fullNames = new FullNames(extraction, gazetteer);
        persons = new PersonChooser(gazetteer, fullNames, context, article.date());
        names = new NameChooser(gazetteer, ambiguous, fullNames, context, new SportsReport(extraction.annotated()));
        nils = new NilEntities(article.id());
        surroundings =
                new Surroundings(context, extraction, place -> choose(place).map(Choice::entry));
        extraction.mentions().forEach(this::readWhatIsTold);
        extraction.offices().forEach(this::readOffice);
    }

    LinkedArticle link() {
        Map<Mention, LinkedMention> links = new LinkedHashMap<>();
        for (Mention mention : extraction.mentions()) {
            links.put(mention, link(mention));
        }
        return new LinkedArticle(extraction, links);
    }

    private LinkedMention link(Mention mention) {
        Mention meant = mention.resolved();
        Optional<Choice> choice = meant.kind() == Mention.Kind.PRONOUN ? Optional.empty() : choose(meant);
        if (choice.isPresent()) {
            return known(mention, meant, choice.get());
        }
        boolean namesNothing = meant.kind() == Mention.Kind.PRONOUN
                || sentence(meant).token(meant.head()).pos().startsWith("JJ");
        return namesNothing ? new LinkedMention(mention, null, NO_CODE, 0) : nil(mention, meant);
    }

    private Optional<Choice> choose(Mention meant) {
        String country = country(meant).orElse(null);
        Optional<Choice> state = stateOfAdjective(meant);
        if (state.isPresent()) {
            return state;
        }
        if (meant.kind() == Mention.Kind.PERSON) {
            return meant.name() == null
                    ? Optional.empty()
                    : persons.choose(meant.name().of(article.text()), country, meant.sector())
                            .or(() -> names.placeTakenForPerson(meant, name(meant), country));
        }
        return names.choose(meant, phrase(meant), name(meant), country)
                .or(() -> sorts.choose(meant, phrase(meant), name(meant)));
    }

    private static String lemma(Words words, int token) {
        return SurfaceForm.fold(words.sentence().token(token).lemma());
    }

    /** "a Senegalese plan", "Sierra Leonean refugees" where that alone is taken for a party. */
    private Optional<Choice> stateOfAdjective(Mention meant) {
        String pos = sentence(meant).token(meant.head()).pos();
        Words name = name(meant);
        return (pos.startsWith("JJ") || pos.equals("NNP")) && !names.beginsLonger(name)
                ? demonyms.find(PhraseReader.text(name.sentence(), name.first(), name.end()))
                        .filter(people -> !people.plural())
                        .map(Demonyms.People::country)
                        .flatMap(gazetteer::state)
                        .map(entry -> new Choice(entry, BY_ADJECTIVE, LinkReason.ADJECTIVE))
                : Optional.empty();
    }

    private LinkedMention known(Mention mention, Mention meant, Choice choice) {
        Entry entry = choice.entry();
        boolean residential = entry.is(EntityType.CITY) || isOfHomes(meant);
        if (residential && entry.isPlace() && roles.suffersForce(mention)) {
            ActorCode residents = new ActorCode(entry.country().orElse(null), "CVL");
            return new LinkedMention(mention, entry.entity(), residents, choice.score(), choice.reason());
        }
        boolean capital = entry.standsFor() != null || (entry.is(EntityType.CITY) && isCapital(entry));
        if (capital && roles.acts(mention)) {
            Optional<Entry> state = entry.standsFor() != null
                    ? gazetteer.find(entry.standsFor()).stream().findFirst()
                    : entry.country().flatMap(gazetteer::state);
            if (state.isPresent()) {
                ActorCode code = new ActorCode(state.get().country().orElse(null), "GOV");
                return new LinkedMention(mention, state.get().entity(), code, choice.score(), choice.reason());
            }
        }
        return new LinkedMention(mention, entry.entity(), code(choice, meant), choice.score(), choice.reason());
    }

    /** "demolished Palestinian homes". */
    private boolean isOfHomes(Mention meant) {
        Sentence sentence = sentence(meant);
        int noun = sentence.governor(meant.head());
        return sentence.token(meant.head()).pos().startsWith("JJ")
                && noun > meant.head()
                && HOMES.contains(sentence.token(noun).lemma());
    }

    private boolean isCapital(Entry city) {
        return city.isCapital() && city.country().flatMap(gazetteer::state).isPresent();
    }

    private ActorCode code(Choice choice, Mention meant) {
        Entry entry = choice.entry();
        if (!entry.entity().type().fillsRoles()) {
            return NO_CODE;
        }
        String country = entry.country()
                .or(() -> entry.isPlace() ? Optional.empty() : country(meant))
                .orElse(null);
        if (entry.isPlace()) {
            // "Ethiopian" of "Ethiopian and Eritrean refugees".
            return new ActorCode(country, choice.reason() == LinkReason.ADJECTIVE ? meant.sector() : null);
        }
        return new ActorCode(country, sector(entry, meant).orElse(null));
    }

    private Optional<String> sector(Entry entry, Mention meant) {
        if (entry.is(EntityType.PERSON) && saysFormer(meant)) {
            return Optional.of(Entry.OUT_OF_OFFICE);
        }
        Optional<String> title = Optional.ofNullable(meant.sector());
        Optional<String> known = entry.sectorOn(article.date());
        if (entry.is(EntityType.PERSON) && article.date() == null) {
            return title.or(() -> known);
        }
        boolean ofItsName = meant.name() != null && name(meant).holds(meant.head());
        return known.or(() -> ofItsName && !entry.is(EntityType.PERSON) ? Optional.empty() : title);
    }

    private boolean saysFormer(Mention meant) {
        Words phrase = phrase(meant);
        for (int i = phrase.first(); i < name(meant).first(); i++) {
            if (OUT_OF_OFFICE.contains(
                    SurfaceForm.fold(phrase.sentence().token(i).text()))) {
                return true;
            }
        }
        return false;
    }

    private LinkedMention nil(Mention mention, Mention meant) {
        Optional<PeopleReader.Reading> people = peoples.read(meant, phrase(meant), name(meant));
        if (people.isPresent()) {
            String country = people.get().country();
            Entity.Nil entity = nils.named(people.get().name(), EntityType.POPULATION, country);
            boolean onlyPeople = meant.sector() == null || meant.sector().equals("CVL");
            String sector = onlyPeople ? people.get().sector() : meant.sector();
            return placed(mention, meant, entity, new ActorCode(country, sector));
        }
        ActorCode code = told(meant);
        EntityType type = NilEntities.type(kind(meant), code.sector());
        Entity.Nil entity = meant.name() == null
                ? nils.described(meant.text(), type, code.country())
                : nils.named(fullName(meant), type, code.country());
        return placed(mention, meant, entity, code);
    }

    private LinkedMention placed(Mention mention, Mention meant, Entity.Nil entity, ActorCode code) {
        return surroundings
                .country(meant, phrase(meant), code)
                .map(found -> new LinkedMention(
                        mention, entity, new ActorCode(found.country(), code.sector()), 0, null, found.basis()))
                .orElseGet(() -> new LinkedMention(mention, entity, code, 0));
    }

    private String fullName(Mention meant) {
        String name = meant.name() == null ? meant.text() : meant.name().of(article.text());
        return switch (kind(meant)) {
            case PERSON -> fullNames.person(name);
            case ORGANISATION -> fullNames.organisation(name);
            default -> name;
        };
    }

    /** An acronym of unclear kind is an organisation where the article has the name that it is short for. */
    private Mention.Kind kind(Mention meant) {
        String name = meant.name() == null ? "" : meant.name().of(article.text());
        boolean isShort = meant.kind() == Mention.Kind.OTHER
                && !fullNames.organisation(name).equals(name);
        return isShort ? Mention.Kind.ORGANISATION : meant.kind();
    }

    private ActorCode told(Mention meant) {
        ActorCode own = own(meant);
        if (meant.name() == null) {
            return own;
        }
        ActorCode elsewhere = told.getOrDefault(key(meant), NO_CODE);
        return new ActorCode(
                own.country() == null ? elsewhere.country() : own.country(),
                own.sector() == null ? elsewhere.sector() : own.sector());
    }

    private ActorCode own(Mention meant) {
        ActorCode own = new ActorCode(country(meant).orElse(null), sector(meant));
        return MEMBERS.contains(lemma(phrase(meant), meant.head()))
                ? bodyOf(meant).map(body -> first(own, told(body))).orElse(own)
                : own;
    }

    /** The body that a phrase speaks of members of. */
    private Optional<Mention> bodyOf(Mention members) {
        return extraction.mentions().stream()
                .filter(other -> other.sentence() == members.sentence()
                        && other.head() > members.head()
                        && other.kind() == Mention.Kind.ORGANISATION
                        && members.span().contains(other.span()))
                .findFirst();
    }

    private @Nullable String sector(Mention meant) {
        String own = meant.sector();
        if (own != null && saysFormer(meant)) {
            return Entry.OUT_OF_OFFICE;
        }
        if ((own == null || VAGUE.contains(own)) && isUnnamed(meant)) {
            return phrases.group(phrase(meant), name(meant))
                    .flatMap(group -> group.sectorOn(article.date()))
                    .orElse(own);
        }
        return own;
    }

    private static boolean isUnnamed(Mention meant) {
        return meant.kind() == Mention.Kind.GROUP || (meant.kind() == Mention.Kind.PERSON && meant.name() == null);
    }

    private String key(Mention meant) {
        return NilEntities.type(kind(meant), null) + "\t"
                + SurfaceForm.of(fullName(meant)).folded();
    }

    private void readWhatIsTold(Mention mention) {
        if (mention.name() != null) {
            ActorCode here = new ActorCode(country(mention).orElse(null), sector(mention));
            told.merge(key(mention), here, ArticleLinker::first);
        }
    }

    private void readOffice(OfficeMention office) {
        if (office.person().name() != null && office.of() != null) {
            Mention of = office.of().resolved();
            Optional<String> country =
                    choose(of).flatMap(choice -> choice.entry().country()).or(() -> country(of));
            ActorCode here = new ActorCode(country.orElse(null), office.former() ? Entry.OUT_OF_OFFICE : null);
            told.merge(key(office.person()), here, ArticleLinker::first);
        }
    }

    private static ActorCode first(ActorCode one, ActorCode other) {
        return new ActorCode(
                one.country() == null ? other.country() : one.country(),
                one.sector() == null ? other.sector() : one.sector());
    }

    private Optional<String> country(Mention meant) {
        Optional<String> around = phrases.country(phrase(meant), name(meant))
                .or(() -> sharedModifiers(meant)
                        .flatMap(words ->
                                phrases.country(words, new Words(words.sentence(), words.end() - 1, words.end()))))
                .or(() -> ownersCountry(meant));
        return switch (meant.kind()) {
            case ORGANISATION, GROUP, POPULATION -> around.or(() -> phrases.countryInside(name(meant)));
            default -> around;
        };
    }

    /** "Rwanda denied that its troops had crossed the border." */
    private Optional<String> ownersCountry(Mention meant) {
        return Optional.ofNullable(meant.owner())
                .map(Mention::resolved)
                .filter(owner -> !isOtherSide(lemma(phrase(meant), meant.head()), owner))
                .flatMap(owner -> choose(owner)
                        .flatMap(choice -> choice.entry().country())
                        .or(() -> country(owner)));
    }

    private boolean isOtherSide(String lemma, Mention owner) {
        return OTHER_SIDE.contains(lemma)
                || (OTHER_LANDS.contains(lemma)
                        && choose(owner)
                                .filter(choice -> choice.entry().is(EntityType.STATE))
                                .isPresent());
    }

    /** "Israeli helicopters and tanks": what stands before the first of two bare nouns is said of both. */
    private Optional<Words> sharedModifiers(Mention meant) {
        Sentence sentence = sentence(meant);
        int first = sentence.governor(meant.head());
        boolean bare = meant.name() == null
                && sentence.relation(meant.head()).equals("conj")
                && first < meant.head()
                && sentence.dependents(meant.head()).stream()
                        .allMatch(child -> child > meant.head() || isAnd(child, sentence));
        return bare && !sentence.token(first).isProper()
                ? sentence.dependents(first).stream()
                        .filter(child -> child < first && MODIFIES.contains(sentence.relation(child)))
                        .min(Integer::compare)
                        .map(modifier -> new Words(sentence, modifier, first + 1))
                : Optional.empty();
    }

    private static boolean isAnd(int child, Sentence sentence) {
        return sentence.relation(child).equals("cc") || sentence.relation(child).equals("punct");
    }

    /** With what a hyphen ties to its first word: "Vietnamese-led forces"; a dash ties nothing. */
    private Words phrase(Mention meant) {
        Words words = Words.of(sentence(meant), meant.span());
        int first = words.first();
        boolean tied = first > 1
                && words.sentence().token(first - 1).text().equals("-")
                && words.sentence().token(first - 1).span().end()
                        == meant.span().begin();
        return tied ? new Words(words.sentence(), first - 2, words.end()) : words;
    }

    private Words name(Mention meant) {
        return meant.name() == null
                ? new Words(sentence(meant), meant.head(), meant.head() + 1)
                : Words.of(sentence(meant), meant.name());
    }

    private Sentence sentence(Mention meant) {
        return extraction.annotated().sentences().get(meant.sentence());
    }
}
