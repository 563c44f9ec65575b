package org.casus.spark;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The folder that a run writes into. A file appears in it whole or not at all: it is written under another name and
 * then renamed, and whoever writes it again writes the same.
 */
final class RunFolder implements Serializable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String folder;
    private final SerializableConfiguration configuration;

    RunFolder(String folder, SerializableConfiguration configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    /** Writes a file's content into the stream it is lent. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** How long a file came to be, and the hash of its bytes. */
    record Written(long bytes, String sha256) {}

    /** @param writer a word that no other writer of the same file has */
    Written write(String name, String writer, Content content) throws IOException {
        Path to = new Path(folder, name);
        Path hidden = new Path(to.getParent(), "." + to.getName() + "." + writer);
        FileSystem files = to.getFileSystem(configuration.value());
        String hash;
        try (HashingOutputStream out = new HashingOutputStream(Hashing.sha256(), files.create(hidden, true))) {
            content.write(out);
            hash = out.hash().toString();
        }
        long bytes = files.getFileStatus(hidden).getLen();
        FileContext.getFileContext(files.getUri(), configuration.value()).rename(hidden, to, Options.Rename.OVERWRITE);
        return new Written(bytes, hash);
    }

    Written writeJson(String name, String writer, Object value) throws IOException {
        return write(name, writer, out -> out.write(JSON.writeValueAsBytes(value)));
    }

    /** What such a file holds, if it is there. */
    <T> Optional<T> readJson(String name, Class<T> type) throws IOException {
        Path path = new Path(folder, name);
        FileSystem files = path.getFileSystem(configuration.value());
        if (!files.exists(path)) {
            return Optional.empty();
        }
        try (InputStream in = files.open(path)) {
            return Optional.of(JSON.readValue(in, type));
        }
    }

    /** What such a file holds, without the gzip around it; the caller closes it. */
    InputStream unzipped(String name) throws IOException {
        Path path = new Path(folder, name);
        return new GZIPInputStream(path.getFileSystem(configuration.value()).open(path), 1 << 16);
    }

    /** The lines of such a file; closed at the end of the task. */
    Stream<String> lines(String name) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(unzipped(name), StandardCharsets.UTF_8));
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> close(lines));
        return lines.lines();
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    boolean isEmpty() throws IOException {
        Path path = new Path(folder);
        FileSystem files = path.getFileSystem(configuration.value());
        return !files.exists(path) || files.listStatus(path).length == 0;
    }

    @Override
    public String toString() {
        return folder;
    }
}
