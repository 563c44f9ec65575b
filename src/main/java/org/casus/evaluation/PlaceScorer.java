package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far from where it is a place that is named was put. */
final class PlaceScorer implements Scorer {
    /** A hundred miles, as is usual in the field. */
    private static final double NEAR = 161;

    private static final double EARTH_DIAMETER = 12742;

    private record Point(double latitude, double longitude) {
        static Point of(Fields place) {
            return new Point(place.number("lat"), place.number("lon"));
        }

        /** Great-circle distance in km, by the haversine formula. */
        double distance(Point other) {
            double here = Math.toRadians(latitude);
            double there = Math.toRadians(other.latitude);
            double north = Math.sin((there - here) / 2);
            double east = Math.sin((Math.toRadians(other.longitude) - Math.toRadians(longitude)) / 2);
            return EARTH_DIAMETER
                    * Math.asin(Math.sqrt(north * north + Math.cos(here) * Math.cos(there) * east * east));
        }
    }

    private record Wanted(int begin, Point point) {
        static Wanted of(Fields mention) {
            return new Wanted(mention.offset("start"), Point.of(mention));
        }
    }

    private record Text(Fields line, String id, String text, List<Wanted> mentions) {
        static Text of(Fields line) {
            return new Text(
                    line,
                    line.id(),
                    line.text("text"),
                    line.list("mentions").stream().map(Wanted::of).toList());
        }

        String from(int begin) {
            int start = Math.max(0, Math.min(begin, text.length()));
            return text.substring(start, Math.min(text.length(), start + 60)).replace('\n', ' ');
        }
    }

    private final List<Text> texts;

    PlaceScorer(List<Fields> gold) {
        texts = gold.stream().map(Text::of).toList();
    }

    @Override
    public ObjectNode score(Predictions predictions, Misses misses) {
        int near = 0;
        int located = 0;
        int gold = 0;
        for (Text text : texts) {
            Map<Integer, Fields> entities = located(predictions.of(text.id));
            for (Wanted wanted : text.mentions) {
                gold++;
                @Nullable Fields entity = entities.get(wanted.begin);
                if (entity == null) {
                    continue;
                }
                located++;
                double distance = wanted.point.distance(Point.of(entity));
                if (distance <= NEAR) {
                    near++;
                } else {
                    misses.add(
                            text.line,
                            () -> "%s%n  gold  %s, %s%n  said  %s, %.0f km away"
                                    .formatted(
                                            text.from(wanted.begin),
                                            wanted.point.latitude,
                                            wanted.point.longitude,
                                            Optional.of(entity)
                                                    .flatMap(place -> place.optionalText("name"))
                                                    .orElse("?"),
                                            distance));
                }
            }
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("within_161km_of_located", Rates.rounded(Rates.share(near, located)))
                .put("within_161km_of_all", Rates.rounded(Rates.share(near, gold)))
                .put("gold", gold);
    }

    /** Entities with coordinates, by where they are mentioned. */
    private static Map<Integer, Fields> located(Fields article) {
        Map<Integer, Fields> byBegin = new HashMap<>();
        for (Fields entity : article.optionalList("entities")) {
            if (entity.present("lat")) {
                entity.optionalList("mentions").forEach(mention -> byBegin.put(mention.offset("begin"), entity));
            }
        }
        return byBegin;
    }
}
