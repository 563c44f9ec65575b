package org.casus.article;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came of fetching feeds.
 *
 * @param feeds that were read
 * @param unchanged of them, such as had nothing new to say
 * @param pages that were fetched
 * @param failed feeds and pages that could not be had, or that robots.txt does not allow
 * @param crawl the file with the pages; null where there are none
 */
public record FetchReport(
        int feeds,
        int unchanged,
        int pages,
        int failed,
        @Nullable Path crawl) {}
