package org.casus.export;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.extraction.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A fused event with all that a row, a marker or an entry shows of it.
 *
 * @param firstDay the first day on which it can have happened
 * @param lastDay the last such day
 * @param numbers what is counted, to its range
 * @param disputes what its accounts tell differently
 * @param accounts its reports, the first published first; never empty
 */
public record EventRecord(
        String iri,
        EventType type,
        double intensity,
        @Nullable String mode,
        @Nullable String cameo,
        List<String> contexts,
        @Nullable EventParty source,
        @Nullable EventParty target,
        @Nullable EventSite place,
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String precision,
        Map<String, Range> numbers,
        List<String> disputes,
        int publishers,
        List<Account> accounts) {
    /** From at least to at most; open where no bound is told. */
    public record Range(@Nullable String low, @Nullable String high) {
        public Range {
            low = low == null ? null : plain(low);
            high = high == null ? null : plain(high);
        }

        /** As people are counted: 200, not 200.0. */
        private static String plain(String number) {
            return new BigDecimal(number).stripTrailingZeros().toPlainString();
        }
    }

    public EventRecord {
        contexts = List.copyOf(contexts);
        numbers = Map.copyOf(numbers);
        disputes = List.copyOf(disputes);
        accounts = List.copyOf(accounts);
    }

    /** The last part of its IRI. */
    public String id() {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    /** The source or the target that has this IRI. */
    Optional<EventParty> party(String party) {
        return Stream.of(Optional.ofNullable(source), Optional.ofNullable(target))
                .flatMap(Optional::stream)
                .filter(one -> one.iri().equals(party))
                .findFirst();
    }

    /** The account that is surest that it happened; of equals the first. */
    public Account surest() {
        return accounts.stream().min(Comparator.comparingInt(Account::doubt)).orElseThrow();
    }

    /** True where a report says so: certain or probable, neither denied nor to come. */
    public boolean happened() {
        return surest().happened();
    }

    /** The day to put it on: the first that is known of; else the last on which it can have happened. */
    public Optional<String> day() {
        return Optional.ofNullable(firstDay != null ? firstDay : lastDay);
    }

    public Optional<String> lastKnownDay() {
        return Optional.ofNullable(lastDay != null ? lastDay : firstDay);
    }

    /** Such as {@code Armenia - Azerbaijan: ACCUSE (allege)}. */
    public String headline() {
        String who = source == null ? "?" : source.name();
        String whom = target == null ? "" : " - " + target.name();
        String how = mode == null ? "" : " (" + mode + ")";
        String status = surest().status();
        return who + whom + ": " + type + how + (happened() ? "" : ", " + status);
    }

    long articles() {
        return accounts.stream().map(Account::article).distinct().count();
    }

    Optional<String> firstReported() {
        return accounts.stream()
                .map(Account::published)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    Optional<String> lastReported() {
        return accounts.stream()
                .map(Account::published)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    double confidence() {
        return accounts.stream().mapToDouble(Account::confidence).max().orElse(0);
    }

    Optional<Range> number(String what) {
        return Optional.ofNullable(numbers.get(what));
    }
}
