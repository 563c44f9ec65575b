package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.casus.entity.Entity;
import org.casus.entity.EntityLinker;
import org.casus.entity.EntityType;
import org.casus.entity.GazetteerFolder;
import org.casus.entity.WikidataLookup;
import org.casus.entity.WikidataLookup.Unknown;
import org.casus.entity.Wikidict;
import org.casus.graph.GraphMapper;
import org.casus.store.EventStore;
import org.casus.store.StoredEntity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus link}: looks up again whom a store has no item for. */
@Command(
        name = "link",
        description = {
            "Looks up again the actors and places that a store has no item of Wikidata for, in today's gazetteer and, "
                    + "where that is asked, at Wikidata. Who is found keeps the IRI and gets owl:sameAs."
        },
        footer = {"%nExample:", "  casus link --online --contact me@example.org"})
final class LinkCommand implements Callable<Integer> {
    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Mixin
    private GazetteerOption gazetteer = new GazetteerOption();

    @Option(
            names = "--online",
            description =
                    "Also ask Wikidata, one request at a time; it learns the names. Answers are kept in the gazetteer.")
    private boolean online;

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            description = "Where Wikimedia can write to whoever asks, as it wishes; a mail address or a page.")
    private String contact = "https://w3id.org/casus";

    @Option(names = "--endpoint", hidden = true)
    private URI endpoint = WikidataLookup.ENDPOINT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        GazetteerFolder folder = gazetteer.toRead();
        List<String> faults = new ArrayList<>();
        try (EventStore store = storeOption.open()) {
            List<Unknown> unknowns = unknowns(store, folder);
            Map<String, Entity.Known> found = new LinkedHashMap<>();
            EntityLinker linker = new EntityLinker(folder);
            unknowns.forEach(one -> find(linker, one).ifPresent(known -> found.put(one.iri(), known)));
            int here = found.size();
            if (online) {
                String agent = "Casus/%s (%s)".formatted(new Version().getVersion()[0], contact);
                List<Unknown> rest = unknowns.stream()
                        .filter(one -> !found.containsKey(one.iri()))
                        .toList();
                found.putAll(new WikidataLookup(endpoint, agent, folder).find(rest, faults::add));
            }
            int items = found.size();
            unknowns.forEach(one -> articleAlone(one).ifPresent(known -> found.putIfAbsent(one.iri(), known)));
            GraphMapper mapper = new GraphMapper();
            found.forEach((iri, known) -> store.identify(mapper.identify(iri, known)));
            tell(unknowns.size(), here, items - here, found.size() - items, faults);
        }
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static List<Unknown> unknowns(EventStore store, GazetteerFolder folder) throws IOException {
        try (Wikidict wikidict = Wikidict.open(folder).orElse(null)) {
            return store.withoutItem().stream()
                    .flatMap(entity -> unknown(entity, wikidict))
                    .toList();
        }
    }

    private static Optional<Entity.Known> articleAlone(Unknown one) {
        return Optional.ofNullable(one.wikipedia())
                .map(title -> new Entity.Known(
                        one.iri(), one.type(), one.name(), null, null, null, null, null, null, title, null));
    }

    private static Optional<Entity.Known> find(EntityLinker linker, Unknown one) {
        return linker.find(one.name(), one.type(), one.country());
    }

    /** Places have their numbers, and a name of a few villages may be a famous one's. */
    private static Stream<Unknown> unknown(StoredEntity entity, @Nullable Wikidict wikidict) {
        return Stream.of(EntityType.values())
                .filter(type -> type.label().equals(entity.type()))
                .map(type -> new Unknown(
                        entity.iri(),
                        entity.name(),
                        type,
                        entity.country(),
                        entity.geonames(),
                        wikidict == null || type.isPlace()
                                ? null
                                : wikidict.title(entity.name()).orElse(null)));
    }

    private void tell(int asked, int here, int there, int articles, List<String> faults) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d without an item, %d found in the gazetteer%n", asked, here);
        if (online) {
            out.printf("%d found at Wikidata, %d requests without an answer%n", there, faults.size());
        }
        if (articles > 0) {
            out.printf("%d with an article of Wikipedia alone%n", articles);
        }
        faults.stream().distinct().forEach(fault -> spec.commandLine().getErr().println("casus: " + fault));
        if (!faults.isEmpty()) {
            spec.commandLine().getErr().println("casus: run the same again to go on; what was answered is kept");
        }
    }
}
