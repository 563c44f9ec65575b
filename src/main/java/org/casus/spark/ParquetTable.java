package org.casus.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.casus.export.EventRows;
import org.jspecify.annotations.Nullable;

/** Rows of values -> a file of Parquet; where a row has no value, none stands there. */
final class ParquetTable {
    private final Map<String, EventRows.Kind> columns;
    private final MessageType schema;

    ParquetTable(String name, Map<String, EventRows.Kind> columns) {
        this.columns = columns;
        Types.MessageTypeBuilder builder = Types.buildMessage();
        columns.forEach((column, kind) -> add(builder, column, kind));
        schema = builder.named(name);
    }

    private static void add(Types.MessageTypeBuilder builder, String column, EventRows.Kind kind) {
        switch (kind) {
            case TEXT ->
                builder.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column);
            case COUNT -> builder.optional(PrimitiveTypeName.INT64).named(column);
            case NUMBER -> builder.optional(PrimitiveTypeName.DOUBLE).named(column);
        }
    }

    /** The stream stays open. */
    void write(List<List<@Nullable Object>> rows, OutputStream out) throws IOException {
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new Lent(out))
                .withConf(new Configuration(false))
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            for (List<@Nullable Object> row : rows) {
                writer.write(group(row, groups));
            }
        }
    }

    private Group group(List<@Nullable Object> row, SimpleGroupFactory groups) {
        Group group = groups.newGroup();
        int i = 0;
        for (Map.Entry<String, EventRows.Kind> column : columns.entrySet()) {
            Object value = row.get(i++);
            if (value != null) {
                switch (column.getValue()) {
                    case TEXT -> group.add(column.getKey(), (String) value);
                    case COUNT -> group.add(column.getKey(), (long) value);
                    case NUMBER -> group.add(column.getKey(), (double) value);
                }
            }
        }
        return group;
    }

    /** A stream that somebody else opened, and closes. */
    private record Lent(OutputStream out) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Counted(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counted extends PositionOutputStream {
        private final OutputStream out;
        private long position;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
