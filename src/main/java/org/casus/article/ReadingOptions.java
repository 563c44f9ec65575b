package org.casus.article;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * What is read of the inputs, and what their fields are called.
 *
 * @param include patterns of the files of a folder that are read; none for all. A pattern such as {@code *.html} is
 *     held against a file's name, one with a slash against its path in the folder
 * @param exclude patterns of those that are not
 * @param fields the name of a field in the input by what it stands for, such as {@code text} to {@code story.body}
 */
public record ReadingOptions(List<String> include, List<String> exclude, Map<String, String> fields) {
    /** All files, and fields under their usual names. */
    public static final ReadingOptions USUAL = new ReadingOptions(List.of(), List.of(), Map.of());

    public ReadingOptions {
        include = ImmutableList.copyOf(include);
        exclude = ImmutableList.copyOf(exclude);
        fields = ImmutableMap.copyOf(fields);
        InputFiles.matchers(include);
        InputFiles.matchers(exclude);
        for (String key : fields.keySet()) {
            if (!FieldNames.KEYS.contains(key)) {
                throw new IllegalArgumentException("\"%s\" is nothing that an article has; it has %s"
                        .formatted(key, String.join(", ", FieldNames.KEYS)));
            }
        }
    }
}
