package org.casus.article;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * A crawl as WARC: the pages that servers gave, each under its address. What else a crawl records, such as its
 * requests, is no input.
 */
final class Warc implements ArticleFormat {
    private static final ImmutableSet<String> PAGES = ImmutableSet.of("text/html", "application/xhtml+xml");
    private static final int OK = 200;

    private final SavedHtml html = new SavedHtml();

    @Override
    public boolean fits(Input input) {
        return new String(input.head(), StandardCharsets.ISO_8859_1).startsWith("WARC/1.");
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException {
        WarcReader crawl = new WarcReader(input.bytes());
        return Iterators.transform(new Responses(crawl), response -> page(input, response));
    }

    private Reading page(Input input, WarcResponse response) {
        // Of several addresses jwarc would make an exception.
        @Nullable String address = response.headers().first("WARC-Target-URI").orElse(null);
        Draft draft = new Draft(address == null ? input.name() : input.name() + ": " + address);
        draft.put("url", address);
        draft.put(Draft.CRAWLED, response.headers().first("WARC-Date").orElse(null));
        try {
            MediaType type = response.http().contentType();
            if (response.http().status() != OK || !PAGES.contains(type.base().toString())) {
                throw new UnreadableArticle(
                        "no-page", "status %d, %s".formatted(response.http().status(), type.base()));
            }
            Charset charset = Optional.ofNullable(type.parameters().get("charset"))
                    .flatMap(Encoding::charset)
                    .orElse(null);
            return html.read(input.within(draft, charset, body(response))).next();
        } catch (UnreadableArticle fault) {
            return draft.reject(fault);
        } catch (IllegalArgumentException e) {
            return draft.reject(new UnreadableArticle("malformed", "broken HTTP: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the page, unpacked where the server packed them, for as long as that is not out of all measure. */
    private static InputStream body(WarcResponse response) throws IOException {
        long packed = response.http().body().size();
        return new Unpacking(response.http().bodyDecoded().stream(), () -> packed);
    }

    private static final class Responses extends AbstractIterator<WarcResponse> {
        private final WarcReader crawl;

        Responses(WarcReader crawl) {
            this.crawl = crawl;
        }

        @Override
        @SuppressWarnings("NullAway") // endOfData returns null by contract.
        protected WarcResponse computeNext() {
            try {
                @Nullable WarcRecord record = crawl.next().orElse(null);
                while (record != null && !(record instanceof WarcResponse)) {
                    record = crawl.next().orElse(null);
                }
                return record == null ? endOfData() : (WarcResponse) record;
            } catch (IllegalArgumentException e) {
                throw new UncheckedIOException(new RefusedInput("malformed", "broken WARC: " + e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
