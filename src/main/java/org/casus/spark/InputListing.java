package org.casus.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Names of files, folders and patterns to the files that they stand for, in the order of a run on one machine. */
final class InputListing {
    /** What Spark leaves beside a table of Parquet. */
    private static final Set<String> NOTES = Set.of("_SUCCESS", "_metadata", "_common_metadata");

    private final Configuration configuration;

    InputListing(Configuration configuration) {
        this.configuration = configuration;
    }

    List<InputFile> files(List<String> inputs) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (String input : inputs) {
            Path path = new Path(input);
            FileSystem fileSystem = path.getFileSystem(configuration);
            for (FileStatus found : found(fileSystem, path)) {
                add(fileSystem, found, files);
            }
        }
        return files;
    }

    private static FileStatus[] found(FileSystem fileSystem, Path path) throws IOException {
        FileStatus[] found = fileSystem.exists(path)
                ? new FileStatus[] {fileSystem.getFileStatus(path)}
                : fileSystem.globStatus(path);
        if (found == null || found.length == 0) {
            throw new IllegalArgumentException(path + ": no such file or folder");
        }
        return found;
    }

    private static void add(FileSystem fileSystem, FileStatus found, List<InputFile> files) throws IOException {
        if (found.isFile()) {
            files.add(InputFile.of(found));
            return;
        }
        List<FileStatus> entries = Stream.of(fileSystem.listStatus(found.getPath()))
                .filter(entry -> !entry.getPath().getName().startsWith(".")
                        && !NOTES.contains(entry.getPath().getName()))
                .sorted(Comparator.comparing(entry -> entry.getPath().getName()))
                .toList();
        for (FileStatus entry : entries) {
            add(fileSystem, entry, files);
        }
    }
}
