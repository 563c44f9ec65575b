package org.casus.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.article.ArticleReader;
import org.casus.article.ReadingOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which articles a command reads, and on how many threads. */
final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description =
                    "Files or folders of articles; - for standard input, @list.txt for the inputs that a file names.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "Read only such files of a folder, as '*.html'. May be given again.")
    private List<String> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Leave out such files of a folder, as 'drafts/**'. May be given again.")
    private List<String> exclude = List.of();

    @Option(
            names = "--map",
            paramLabel = "KEY=FIELD",
            description = "What a field of JSON or a table is called where it has no usual name, as text=story.body.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    List<Path> inputs() {
        return inputs;
    }

    ArticleReader reader() {
        try {
            return new ArticleReader(new ReadingOptions(include, exclude, fields));
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), fault.getMessage(), fault);
        }
    }

    int threads() {
        return threads.threads();
    }
}
