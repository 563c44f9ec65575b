package org.casus.fusion;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which reports are worth comparing: those of one kind and time that have a party, a place or a word in common. */
final class Blocks {
    /** In a larger block only reports that share more are compared, and neighbours. */
    private static final int LARGE = 150;

    private static final int NEIGHBOURS = 20;
    private static final int STEM = 4;
    /** An article without days is compared with those that share one of so many words. */
    private static final int TELLING = 8;

    /** Told the numbers of two reports that share a block, some pairs more than once. */
    interface Pairs {
        void compare(int one, int other);
    }

    void forEachPair(List<Report> reports, Pairs pairs) {
        Map<Long, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            for (long key : keys(reports.get(i))) {
                blocks.computeIfAbsent(key, k -> new ArrayList<>(2)).add(i);
            }
        }
        blocks.values().forEach(block -> compare(block, reports, pairs));
    }

    private static void compare(List<Integer> block, List<Report> reports, Pairs pairs) {
        if (block.size() <= LARGE) {
            compareWithin(block, block.size(), pairs);
            return;
        }
        Map<String, List<Integer>> finer = new HashMap<>();
        for (int number : block) {
            finer.computeIfAbsent(detail(reports.get(number)), k -> new ArrayList<>())
                    .add(number);
        }
        finer.values().forEach(part -> compareWithin(part, part.size() <= LARGE ? part.size() : NEIGHBOURS, pairs));
    }

    private static void compareWithin(List<Integer> block, int reach, Pairs pairs) {
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
        Set<Long> keys = new LinkedHashSet<>();
        for (String time : times(report.window())) {
            String kind = report.type().quad() + " " + report.future() + " " + time + " ";
            for (String shared : shared(report)) {
                keys.add(hash(kind + shared));
            }
        }
        return keys;
    }

    private static Collection<String> times(@Nullable Days days) {
        if (days == null) {
            return List.of("");
        }
        if (!days.isExact()) {
            return List.of(days.first() + ".." + days.last());
        }
        List<String> times = new ArrayList<>();
        for (int day = days.from(); day <= days.last(); day++) {
            times.add(Integer.toString(day));
        }
        return times;
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
