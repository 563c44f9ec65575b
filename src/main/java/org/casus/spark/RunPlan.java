package org.casus.spark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.casus.pipeline.PipelineSettings;

/**
 * What a run is to do; one that was begun can be taken up again where the plan is the same.
 *
 * @param fingerprint of the settings and the files that they name
 */
record RunPlan(
        String version,
        int parts,
        PipelineSettings settings,
        String fingerprint,
        Map<String, String> fields,
        List<InputFile> inputs) {
    RunPlan {
        if (parts < 1) {
            throw new IllegalArgumentException("%d parts; at least 1 is needed".formatted(parts));
        }
        fields = ImmutableMap.copyOf(fields);
        inputs = ImmutableList.copyOf(inputs);
    }

    /** In how many parts it is done is no part of what is done. */
    boolean isSameWork(RunPlan other) {
        return version.equals(other.version)
                && fingerprint.equals(other.fingerprint)
                && fields.equals(other.fields)
                && inputs.equals(other.inputs);
    }
}
