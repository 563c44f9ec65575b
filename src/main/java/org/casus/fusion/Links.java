package org.casus.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Disjoint sets of numbers; the smallest is the root of its set. */
final class Links {
    private final int[] parents;

    Links(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    int root(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    boolean areLinked(int one, int other) {
        return root(one) == root(other);
    }

    void link(int one, int other) {
        int first = Math.min(root(one), root(other));
        int second = Math.max(root(one), root(other));
        parents[second] = first;
    }

    /** All sets, each in ascending order, by their smallest numbers. */
    Collection<List<Integer>> sets() {
        Map<Integer, List<Integer>> byRoot = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            byRoot.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
        }
        return byRoot.values();
    }
}
