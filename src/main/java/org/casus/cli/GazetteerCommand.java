package org.casus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.entity.Entity;
import org.casus.entity.GazetteerBuild;
import org.casus.entity.GazetteerFolder;
import org.casus.entity.WikidictBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus gazetteer}: who and what is known by name. */
@Command(
        name = "gazetteer",
        description = "Adds to whom and what Casus knows by name: a table of your own, or a dump of Wikidata.",
        subcommands = {
            GazetteerCommand.AddCommand.class,
            GazetteerCommand.BuildIndexCommand.class,
            GazetteerCommand.WikidictCommand.class,
            GazetteerCommand.FindCommand.class
        })
final class GazetteerCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code casus gazetteer add}: a table of the user's own. */
    @Command(
            name = "add",
            description = "Adds a table of your own actors and places, whose rows win over the shipped ones.",
            footer = {
                "%nThe table: tab-separated, a line of column names first. Needed are name and type; there may be",
                "aliases (between bars), country, sector, qid, from, until, lat, lon and source. Several rows of one",
                "name and type are one entity at several times.",
                "%nExample:",
                "  casus gazetteer add our-militias.tsv"
            })
    static final class AddCommand implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "A table; one of the same name is replaced.")
        private Path file = Path.of("");

        @Mixin
        private NewGazetteerOption gazetteer = new NewGazetteerOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            GazetteerFolder.Added added;
            try {
                added = gazetteer.toWrite().add(file);
            } catch (IllegalArgumentException faults) {
                PrintWriter err = spec.commandLine().getErr();
                String.valueOf(faults.getMessage()).lines().forEach(fault -> err.println("casus: " + fault));
                err.println("casus: nothing was added");
                return ExitCode.REJECTED_INPUT;
            }
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d entities in %s, %d of them in place of shipped ones%n",
                            added.entities(), gazetteer.path(), added.known());
            return ExitCode.DONE;
        }
    }

    /** {@code casus gazetteer build}: an index of a dump of Wikidata. */
    @Command(
            name = "build",
            description = {
                "Reads a dump of Wikidata (.json, .gz or .bz2) and keeps what geopolitics speaks of.",
                "Stopped or killed, it goes on where it was when it is run again."
            },
            footer = {"%nExample:", "  casus gazetteer build latest-all.json.gz"})
    static final class BuildIndexCommand implements Callable<Integer> {
        @Parameters(paramLabel = "DUMP", description = "As dumps.wikimedia.org/wikidatawiki/entities has it.")
        private Path dump = Path.of("");

        @Mixin
        private NewGazetteerOption gazetteer = new NewGazetteerOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (LongReading reading = new LongReading(spec.commandLine().getErr())) {
                GazetteerBuild.Progress end = new GazetteerBuild(dump, gazetteer.toWrite())
                        .run(reading::isStopped, here -> reading.reached(here.lines()), reading::tell);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%d lines read, %d entities kept, %d lines broken%n",
                                end.lines(), end.kept(), end.broken());
                return told(end, reading.isStopped());
            }
        }

        private int told(GazetteerBuild.Progress end, boolean stopped) {
            PrintWriter err = spec.commandLine().getErr();
            if (stopped) {
                err.println("casus: stopped; run the same again to go on");
                return ExitCode.FAILED;
            }
            if (end.truncated()) {
                err.printf("casus: %s ends in the middle; what was read before that is kept%n", dump);
                return ExitCode.REJECTED_INPUT;
            }
            return end.broken() == 0 ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
        }
    }

    /** {@code casus gazetteer wikidict}: names of Wikipedia's articles. */
    @Command(
            name = "wikidict",
            description = {
                "Reads CoreNLP's wikidict: names and the articles of Wikipedia that they may stand for. Afterwards "
                        + "casus link gives whom nothing else knows an article (schema:sameAs), and with --online its item."
            },
            footer = {
                "%nThe jar comes from Maven, some 230 MB:",
                "  mvn dependency:copy -DoutputDirectory=. \\",
                "    -Dartifact=edu.stanford.nlp:stanford-corenlp:4.5.10:jar:models-english-kbp",
                "%nExample:",
                "  casus gazetteer wikidict stanford-corenlp-4.5.10-models-english-kbp.jar"
            })
    static final class WikidictCommand implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The jar, or the list in it (wikidict.tab.gz).")
        private Path file = Path.of("");

        @Mixin
        private NewGazetteerOption gazetteer = new NewGazetteerOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (LongReading reading = new LongReading(spec.commandLine().getErr())) {
                WikidictBuild.Outcome end = new WikidictBuild(file, gazetteer.toWrite())
                        .run(reading::isStopped, reading::reached, reading::tell);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%d lines read, %d names kept, %d lines broken%n",
                                end.lines(), end.kept(), end.broken());
                return told(end, reading.isStopped());
            }
        }

        private int told(WikidictBuild.Outcome end, boolean stopped) {
            PrintWriter err = spec.commandLine().getErr();
            if (end.complete()) {
                return end.broken() == 0 ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
            }
            err.printf("casus: %s; nothing was kept%n", stopped ? "stopped" : file + " ends in the middle");
            return stopped ? ExitCode.FAILED : ExitCode.REJECTED_INPUT;
        }
    }

    /** {@code casus gazetteer find}: who goes by a name. */
    @Command(
            name = "find",
            description = "Says who and what goes by a name.",
            footer = {"%nExample:", "  casus gazetteer find Georgia"})
    static final class FindCommand implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", arity = "1..*", description = "A name, as a text would have it.")
        private List<String> name = List.of();

        @Mixin
        private GazetteerOption gazetteer = new GazetteerOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            List<GazetteerFolder.Found> found = gazetteer.toRead().find(String.join(" ", name));
            found.forEach(one -> print(one, out));
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("casus: nobody is known by that name");
            }
            return ExitCode.DONE;
        }

        private static void print(GazetteerFolder.Found found, PrintWriter out) {
            Entity.Known entity = found.entity();
            out.printf("%s  %s  %s", entity.id(), entity.type().label(), entity.name());
            entity.country().ifPresent(country -> out.print("  " + country));
            if (entity.sector() != null) {
                out.print("  " + entity.sector());
            }
            if (entity.latitude() != null && entity.longitude() != null) {
                out.print("  " + entity.latitude() + "," + entity.longitude());
            }
            out.println();
            if (found.names().size() > 1) {
                out.println("    also "
                        + String.join(
                                ", ", found.names().subList(1, found.names().size())));
            }
            found.times().stream().filter(time -> !time.endsWith("to")).forEach(time -> out.println("    " + time));
            if (!found.facts().isEmpty()) {
                out.println("    " + found.facts());
            }
        }
    }
}
