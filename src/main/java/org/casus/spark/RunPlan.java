package org.casus.spark;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.casus.pipeline.PipelineSettings;

/**
 * What a run is to do; one that was begun can be taken up again where the plan is the same.
 *
 * @param fingerprint of the settings and the files that they name
 */
record RunPlan(
        String version, int parts, PipelineSettings settings, String fingerprint, List<InputFile> inputs) {
    RunPlan {
        if (parts < 1) {
            throw new IllegalArgumentException("%d parts; at least 1 is needed".formatted(parts));
        }
        inputs = ImmutableList.copyOf(inputs);
    }

    /** In how many parts it is done is no part of what is done. */
    boolean isSameWork(RunPlan other) {
        return version.equals(other.version) && fingerprint.equals(other.fingerprint) && inputs.equals(other.inputs);
    }
}
