package org.casus.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** A row of Parquet -> the JSON that says the same; days and instants as ISO 8601 has them. */
final class ParquetJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ParquetJson() {}

    static byte[] bytes(Group row) throws JsonProcessingException {
        return JSON.writeValueAsBytes(object(row));
    }

    private static ObjectNode object(Group group) {
        ObjectNode object = JSON.createObjectNode();
        for (int field = 0; field < group.getType().getFieldCount(); field++) {
            Type type = group.getType().getType(field);
            int count = group.getFieldRepetitionCount(field);
            if (type.isRepetition(Type.Repetition.REPEATED)) {
                ArrayNode values = object.putArray(type.getName());
                for (int i = 0; i < count; i++) {
                    values.add(value(group, field, i));
                }
            } else if (count > 0) {
                object.set(type.getName(), value(group, field, 0));
            }
        }
        return object;
    }

    private static JsonNode value(Group group, int field, int i) {
        Type type = group.getType().getType(field);
        if (!type.isPrimitive()) {
            return object(group.getGroup(field, i));
        }
        return JsonNodeFactory.instance.textNode(text(group, field, i, type));
    }

    private static String text(Group group, int field, int i, Type type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY -> group.getBinary(field, i).toStringUsingUTF8();
            case INT32 ->
                meaning instanceof DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(group.getInteger(field, i)).toString()
                        : group.getValueToString(field, i);
            case INT64 ->
                meaning instanceof TimestampLogicalTypeAnnotation timestamp
                        ? instant(group.getLong(field, i), timestamp)
                        : group.getValueToString(field, i);
            case INT96, BOOLEAN, FLOAT, DOUBLE -> group.getValueToString(field, i);
        };
    }

    /** One that tells no zone tells only its day for sure. */
    private static String instant(long since, TimestampLogicalTypeAnnotation timestamp) {
        ChronoUnit unit = switch (timestamp.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
        Instant instant = Instant.EPOCH.plus(since, unit).truncatedTo(ChronoUnit.SECONDS);
        return timestamp.isAdjustedToUTC()
                ? instant.toString()
                : instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
