package org.casus.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class ComponentsTest {
    @Test
    void tiesEachToTheSmallestItHangsTogetherWith() {
        List<Tuple2<String, String>> pairs = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        for (int i = 11; i < 60; i++) { // a chain, the longest way round
            pairs.add(new Tuple2<>("b" + i, "b" + (i - 1)));
            expected.put("b" + i, "b10");
        }
        pairs.add(new Tuple2<>("a2", "c"));
        pairs.add(new Tuple2<>("c", "a1"));
        pairs.add(new Tuple2<>("a1", "a2"));
        pairs.add(new Tuple2<>("z", "z"));
        expected.put("a2", "a1");
        expected.put("c", "a1");
        Collections.shuffle(pairs, new Random(1));

        Map<String, String> found;
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1"))) {
            found = Components.of(spark.parallelizePairs(pairs, 3)).collectAsMap();
        }

        assertThat(found).isEqualTo(expected);
    }
}
