package org.casus.spark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.casus.annotation.AnnotationException;
import org.casus.article.Reading;
import org.casus.store.ArticleQuads;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * The records of one part, in the order of their ids -> one file of N-Quads, one of what was rejected, and the report,
 * which is written last and says that the part is done.
 */
final class PartTask {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunFolder folder;
    private final ArticleStep step;
    private final String part;
    private final String writer;
    private final ArticleQuads quads = new ArticleQuads();
    private final ByteArrayOutputStream faults = new ByteArrayOutputStream();
    private final Map<String, Long> rejected = new TreeMap<>();
    private long read;
    private long articles;
    private long repeated;
    private Reading.@Nullable Accepted first;

    /** @param writer a word that no other attempt at the same part has */
    PartTask(RunFolder folder, ArticleStep step, int number, String writer) {
        this.folder = folder;
        this.step = step;
        this.part = "part-%05d".formatted(number);
        this.writer = writer;
    }

    PartReport run(Iterator<Tuple2<RecordKey, Reading>> records) throws IOException {
        Optional<PartReport> done = folder.readJson(report(), PartReport.class);
        if (done.isPresent()) {
            return done.get();
        }
        try (quads) {
            while (records.hasNext()) {
                take(records.next()._2());
            }
            endArticle();
            return write();
        }
    }

    private void take(Reading reading) throws IOException {
        read++;
        if (reading instanceof Reading.Rejected fault) {
            reject(fault.id(), fault.reason(), fault.fault());
            return;
        }
        Reading.Accepted accepted = (Reading.Accepted) reading;
        if (first == null || !first.id().equals(accepted.id())) {
            endArticle();
            first = accepted;
        } else if (first.article().text().equals(accepted.article().text())) {
            repeated++;
        } else {
            reject(
                    accepted,
                    "duplicate-id",
                    "another article of this run has the same id and another text: " + first.id());
        }
    }

    /** As on one machine: of one id the first stays. */
    private void endArticle() throws IOException {
        if (first == null) {
            return;
        }
        Reading.Accepted article = first;
        try {
            Optional<String> fault = quads.add(step.run(article.article()));
            if (fault.isPresent()) {
                reject(article, "shapes", fault.get());
            } else {
                articles++;
            }
        } catch (AnnotationException fault) {
            reject(article, "annotation", fault.getMessage());
        } catch (RuntimeException | StackOverflowError fault) {
            // On one machine this ends the run; among millions one article must not, but it is told as a fault of ours.
            reject(article, "failed", article.id() + ": " + fault);
        }
    }

    private void reject(Reading.Accepted article, String reason, String fault) throws IOException {
        reject(article.id(), reason, article.place() + ": " + fault);
    }

    private void reject(String id, String reason, String fault) throws IOException {
        rejected.merge(reason, 1L, Long::sum);
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("reason", reason);
        line.put("fault", fault);
        faults.writeBytes(JSON.writeValueAsBytes(line));
        faults.write('\n');
    }

    private PartReport write() throws IOException {
        // What a task saw while it was being killed may be the fault of that, and is not to last.
        if (TaskContext.get().isInterrupted()) {
            throw new TaskKilledException();
        }
        if (faults.size() > 0) {
            folder.write("rejected/" + part + ".jsonl", writer, faults::writeTo);
        }
        long[] statements = {0};
        String file = "articles/" + part + ".nq.gz";
        RunFolder.Written written = folder.write(file, writer, out -> statements[0] = writeGzipped(out));
        PartReport report = new PartReport(
                file, read, articles, repeated, rejected, statements[0], written.bytes(), written.sha256());
        folder.writeJson(report(), writer, report);
        return report;
    }

    private long writeGzipped(OutputStream out) throws IOException {
        GZIPOutputStream gzipped = new GZIPOutputStream(out, 1 << 16);
        long statements = quads.write(gzipped);
        gzipped.finish();
        return statements;
    }

    private String report() {
        return "parts/" + part + ".json";
    }
}
