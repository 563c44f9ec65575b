package org.casus.article;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** Feeds on the web -> a crawl in a folder: the pages behind their entries, each fetched once. */
public final class FeedFetcher {
    /** Hosts that are asked at a time. */
    private static final int THREADS = 8;

    /** Hidden, so that nobody reads what is not whole. */
    private static final String PART = ".part-";

    private final Path folder;
    private final PoliteClient client;

    /**
     * A fetcher that remembers in its folder what it has fetched.
     *
     * @param pause between two requests to one host, unless its robots.txt asks for a longer one
     */
    public FeedFetcher(Path folder, Duration pause) {
        this.folder = folder;
        this.client = new PoliteClient(pause);
    }

    /**
     * Fetches what is new in the feeds.
     *
     * @param faults told each fault as it comes, in one line, on any thread
     */
    public FetchReport fetch(Collection<URI> feeds, Instant now, Consumer<String> faults) throws IOException {
        Files.createDirectories(folder);
        feeds.forEach(client::trust);
        return new Run(new FetchMemory(folder), now, faults).fetch(feeds);
    }

    private final class Run {
        private final FetchMemory memory;
        private final Instant now;
        private final Consumer<String> faults;
        private final Path part;
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger pages = new AtomicInteger();
        private int read;
        private int unchanged;
        private @Nullable WarcWriter crawl;

        Run(FetchMemory memory, Instant now, Consumer<String> faults) {
            this.memory = memory;
            this.now = now;
            this.faults = faults;
            this.part = folder.resolve(PART + now.toString().replace(':', '-') + ".warc.gz");
        }

        FetchReport fetch(Collection<URI> feeds) throws IOException {
            Set<URI> links = new LinkedHashSet<>();
            Map<URI, PoliteClient.Answer> answers = new HashMap<>();
            for (URI feed : feeds) {
                links.addAll(links(feed, answers));
            }
            links.removeIf(memory::hasPage);
            fetchPages(links);
            answers.forEach(memory::noteFeed);
            Path file = finish();
            memory.write();
            return new FetchReport(read, unchanged, pages.get(), failed.get(), file);
        }

        private List<URI> links(URI feed, Map<URI, PoliteClient.Answer> answers) {
            try {
                PoliteClient.Answer answer = client.get(feed, memory.conditions(feed));
                read++;
                if (answer.status() == 304) {
                    unchanged++;
                    return List.of();
                }
                requireOk(answer);
                List<URI> links = Feed.links(answer.body(), answer.uri());
                answers.put(feed, answer);
                return links;
            } catch (UnreadableArticle fault) {
                fail(feed, fault.fault());
            } catch (IOException fault) {
                fail(feed, words(fault));
            }
            return List.of();
        }

        private void fetchPages(Set<URI> links) {
            Map<String, List<URI>> byHost = new LinkedHashMap<>();
            links.forEach(link -> byHost.computeIfAbsent(String.valueOf(link.getHost()), host -> new ArrayList<>())
                    .add(link));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            for (List<URI> host : byHost.values()) {
                threads.execute(() -> host.forEach(this::fetchPage));
            }
            threads.shutdown();
            Uninterruptibles.awaitTerminationUninterruptibly(threads);
        }

        private void fetchPage(URI page) {
            try {
                PoliteClient.Answer answer = client.get(page, Map.of());
                requireOk(answer);
                write(page, answer);
                memory.notePage(page, now.toString());
                pages.incrementAndGet();
            } catch (IOException fault) {
                fail(page, words(fault));
            }
        }

        private synchronized void write(URI page, PoliteClient.Answer answer) throws IOException {
            if (crawl == null) {
                crawl = new WarcWriter(
                        Files.newByteChannel(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        WarcCompression.GZIP);
            }
            MediaType type =
                    MediaType.parseLeniently(answer.header("content-type").orElse("text/html"));
            HttpResponse http = new HttpResponse.Builder(answer.status(), "OK")
                    .body(type, answer.body())
                    .build();
            crawl.write(new WarcResponse.Builder(page).date(now).body(http).build());
        }

        private @Nullable Path finish() throws IOException {
            if (crawl == null) {
                return null;
            }
            crawl.close();
            String name = part.getFileName().toString();
            return Files.move(part, folder.resolve(name.substring(PART.length())));
        }

        private void fail(URI address, String fault) {
            failed.incrementAndGet();
            faults.accept(address + ": " + fault.replaceAll("\\p{Cntrl}+", " "));
        }
    }

    private static void requireOk(PoliteClient.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("status " + answer.status());
        }
    }

    private static String words(IOException fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank()
                ? "cannot be reached: " + fault.getClass().getSimpleName()
                : message;
    }

    /** An address on the web, of a feed or a page. */
    public static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
