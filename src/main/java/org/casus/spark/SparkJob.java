package org.casus.spark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.casus.pipeline.PipelineSettings;

/**
 * What is asked of a run.
 *
 * @param inputs files, folders and patterns of any Hadoop file system
 * @param out a folder that is empty, or that holds a run over the same inputs by the same version and settings
 * @param parts into how many files; 0 for as many as fit the input and the machines
 * @param fields what a field or a column is called where it has no usual name, such as {@code text} to
 *     {@code story.body}
 * @param fusion false to leave the reports as they are, for {@code import} to put together
 * @param version of Casus
 */
public record SparkJob(
        List<String> inputs,
        String out,
        int parts,
        PipelineSettings settings,
        Map<String, String> fields,
        boolean fusion,
        String version) {
    public SparkJob {
        inputs = ImmutableList.copyOf(inputs);
        fields = ImmutableMap.copyOf(fields);
    }
}
