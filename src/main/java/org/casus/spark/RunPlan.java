package org.casus.spark;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** What a run is to do; one that was begun can be taken up again where the plan is the same. */
record RunPlan(String version, int parts, List<InputFile> inputs) {
    RunPlan {
        if (parts < 1) {
            throw new IllegalArgumentException("%d parts; at least 1 is needed".formatted(parts));
        }
        inputs = ImmutableList.copyOf(inputs);
    }

    /** In how many parts it is done is no part of what is done. */
    boolean isSameWork(RunPlan other) {
        return version.equals(other.version) && inputs.equals(other.inputs);
    }
}
