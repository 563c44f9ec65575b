package org.casus.fusion;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which reports are worth comparing: those of one kind and time that have a party, a place or a word in common. */
final class Blocks {
    /** In a larger block only reports that share more are compared, and neighbours. */
    private static final int LARGE = 150;

    private static final int NEIGHBOURS = 20;
    private static final int STEM = 4;
    /** An article without days is compared with those that share one of so many words. */
    private static final int TELLING = 8;

    /** Told the numbers of two reports that share a block, by several threads; few pairs more than once. */
    interface Pairs {
        void compare(int one, int other);
    }

    void forEachPair(List<Report> reports, Pairs pairs) {
        // One time after another, so that the blocks of one alone are in memory.
        Map<String, List<Integer>> byTime = new TreeMap<>();
        for (int i = 0; i < reports.size(); i++) {
            for (String time : Times.of(reports.get(i).window())) {
                byTime.computeIfAbsent(time, t -> new ArrayList<>(2)).add(i);
            }
        }
        PairBuffer buffer = new PairBuffer(pairs);
        for (List<Integer> numbers : byTime.values()) {
            gather(numbers, reports, buffer);
            buffer.flush();
        }
    }

    private static void gather(List<Integer> numbers, List<Report> reports, PairBuffer pairs) {
        Map<Long, List<Integer>> blocks = new HashMap<>();
        for (int number : numbers) {
            for (long key : keys(reports.get(number))) {
                blocks.computeIfAbsent(key, k -> new ArrayList<>(2)).add(number);
            }
        }
        blocks.values().forEach(block -> gatherBlock(block, reports, pairs::add));
    }

    /** The names of the blocks that a report is in. */
    static List<String> of(Report report) {
        Set<Long> keys = keys(report);
        return Times.of(report.window()).stream()
                .flatMap(time -> keys.stream().map(key -> time + " " + key))
                .toList();
    }

    /** @param block the numbers of its reports, in ascending order */
    static void gatherBlock(List<Integer> block, List<Report> reports, Pairs pairs) {
        if (block.size() <= LARGE) {
            gatherWithin(block, block.size(), pairs);
            return;
        }
        Map<String, List<Integer>> finer = new HashMap<>();
        for (int number : block) {
            finer.computeIfAbsent(detail(reports.get(number)), k -> new ArrayList<>())
                    .add(number);
        }
        finer.values().forEach(part -> gatherWithin(part, part.size() <= LARGE ? part.size() : NEIGHBOURS, pairs));
    }

    private static void gatherWithin(List<Integer> block, int reach, Pairs pairs) {
        for (int i = 0; i < block.size(); i++) {
            for (int j = i + 1; j < block.size() && j - i <= reach; j++) {
                pairs.compare(block.get(i), block.get(j));
            }
        }
    }

    private static String detail(Report report) {
        return report.type() + " " + (report.site() == null ? "" : report.site().place()) + " " + stem(report.lemma());
    }

    private static Set<Long> keys(Report report) {
        String kind = report.type().quad() + " " + report.future() + " ";
        Set<Long> keys = new LinkedHashSet<>();
        shared(report).forEach(shared -> keys.add(hash(kind + shared)));
        return keys;
    }

    private static List<String> shared(Report report) {
        List<String> shared = new ArrayList<>();
        add(shared, report.source());
        add(shared, report.target());
        if (report.site() != null) {
            shared.add("place "
                    + (report.site().country() == null
                            ? report.site().place()
                            : report.site().country()));
        }
        shared.add("word " + stem(report.lemma()));
        if (report.days() == null) {
            report.dispatch().story().mostTelling(TELLING).forEach(stem -> shared.add("story " + stem));
        }
        return shared;
    }

    private static void add(List<String> shared, @Nullable Party party) {
        if (party != null) {
            String root = party.country() != null ? party.country() : String.valueOf(party.entity());
            shared.add("party " + root);
        }
    }

    private static String stem(String lemma) {
        return lemma.length() <= STEM ? lemma : lemma.substring(0, STEM);
    }

    private static long hash(String key) {
        return Hashing.farmHashFingerprint64()
                .hashString(key, StandardCharsets.UTF_8)
                .asLong();
    }
}
