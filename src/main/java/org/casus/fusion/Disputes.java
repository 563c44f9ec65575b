package org.casus.fusion;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the reports of one event tell differently, by kind. */
final class Disputes {
    private final List<Report> reports;

    Disputes(List<Report> reports) {
        this.reports = reports;
    }

    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        if (reports.stream().anyMatch(Report::denied) && !reports.stream().allMatch(Report::denied)) {
            kinds.add("whether");
        }
        boolean mutual = reports.stream().anyMatch(Likeness::isMutual);
        if (!mutual
                && differ(
                        Report::source, (one, other) -> one.likeness(other) < 0 && one.isNamed() && other.isNamed())) {
            kinds.add("who");
        }
        if (differ(Report::days, (one, other) -> one.first() > other.last() || other.first() > one.last())) {
            kinds.add("when");
        }
        if (differ(Report::site, (one, other) -> one.likeness(other) < 0)) {
            kinds.add("where");
        }
        List<Count> counts = reports.stream()
                .flatMap(report -> report.counts().stream())
                .distinct()
                .toList();
        counts.stream()
                .filter(count -> counts.stream().anyMatch(count::differsFrom))
                .map(Count::counts)
                .forEach(kinds::add);
        return kinds;
    }

    private <T> boolean differ(Function<Report, @Nullable T> told, BiPredicate<T, T> different) {
        List<T> values =
                reports.stream().map(told).filter(Objects::nonNull).distinct().toList();
        return values.stream().anyMatch(one -> values.stream().anyMatch(other -> different.test(one, other)));
    }
}
