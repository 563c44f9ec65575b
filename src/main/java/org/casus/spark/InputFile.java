package org.casus.spark;

import java.io.Serializable;
import java.net.URI;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A file of the input.
 *
 * @param path its whole address, such as {@code s3a://news/2026/11.jsonl}
 * @param bytes how long it is
 * @param modified when it was last changed, in milliseconds since 1970
 */
public record InputFile(String path, long bytes, long modified) implements Serializable {
    static InputFile of(FileStatus status) {
        return new InputFile(status.getPath().toString(), status.getLen(), status.getModificationTime());
    }

    /** The name for messages: on this machine without the scheme, as it would be typed. */
    String name() {
        URI address = new Path(path).toUri();
        return "file".equals(address.getScheme()) ? address.getPath() : path;
    }

    boolean isParquet() {
        return path.toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /** Whether several machines can read it at once: plain JSON Lines, which can be cut at any end of a line. */
    boolean isDivisible() {
        String lower = path.toLowerCase(Locale.ROOT);
        return bytes > 0 && (lower.endsWith(".jsonl") || lower.endsWith(".ndjson"));
    }
}
