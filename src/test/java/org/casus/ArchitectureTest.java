package org.casus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the staircase: no arrow runs back up, and each library has one room. */
@AnalyzeClasses(packages = "org.casus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule dataClimbsOneStaircase = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("article")
            .definedBy("org.casus.article")
            .layer("annotation")
            .definedBy("org.casus.annotation")
            .layer("encoding")
            .definedBy("org.casus.encoding")
            .layer("classification")
            .definedBy("org.casus.classification")
            .layer("extraction")
            .definedBy("org.casus.extraction")
            .layer("entity")
            .definedBy("org.casus.entity")
            .layer("graph")
            .definedBy("org.casus.graph")
            .layer("store")
            .definedBy("org.casus.store")
            .layer("fusion")
            .definedBy("org.casus.fusion")
            .layer("export")
            .definedBy("org.casus.export")
            .layer("plot")
            .definedBy("org.casus.plot")
            .layer("pipeline")
            .definedBy("org.casus.pipeline")
            .layer("server")
            .definedBy("org.casus.server")
            .layer("spark")
            .definedBy("org.casus.spark")
            .layer("evaluation")
            .definedBy("org.casus.evaluation")
            .layer("main")
            .definedBy("org.casus", "org.casus.cli")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("spark")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("evaluation")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("evaluation")
            .mayNotAccessAnyLayer()
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("spark", "main")
            .whereLayer("plot")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("plot", "server", "spark", "main")
            .whereLayer("fusion")
            .mayOnlyBeAccessedByLayers("pipeline", "server", "spark", "main")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("fusion", "export", "plot", "pipeline", "server", "spark", "main")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("store", "fusion", "export", "pipeline", "server", "spark", "main")
            .whereLayer("entity")
            .mayOnlyBeAccessedByLayers("graph", "store", "fusion", "export", "pipeline", "server", "main")
            .whereLayer("extraction")
            .mayOnlyBeAccessedByLayers(
                    "entity", "graph", "store", "fusion", "export", "plot", "pipeline", "server", "main")
            .whereLayer("classification")
            .mayOnlyBeAccessedByLayers("extraction", "pipeline", "main")
            .whereLayer("encoding")
            .mayOnlyBeAccessedByLayers(
                    "classification", "extraction", "entity", "graph", "store", "fusion", "pipeline", "server", "main")
            .whereLayer("annotation")
            .mayOnlyBeAccessedByLayers(
                    "extraction",
                    "entity",
                    "graph",
                    "store",
                    "fusion",
                    "export",
                    "pipeline",
                    "server",
                    "spark",
                    "main");

    @ArchTest
    static final ArchRule coreNlpLivesInAnnotation = onlyIn("edu.stanford.nlp..", "org.casus.annotation");

    @ArchTest
    static final ArchRule htmlLivesInArticle = onlyIn("org.jsoup..", "org.casus.article");

    @ArchTest
    static final ArchRule readabilityLivesInArticle = onlyIn("net.dankito..", "org.casus.article");

    @ArchTest
    static final ArchRule jenaLivesFromGraphUp = onlyIn(
            "org.apache.jena..",
            "org.casus.graph",
            "org.casus.store",
            "org.casus.fusion",
            "org.casus.export",
            "org.casus.server");

    @ArchTest
    static final ArchRule csvLivesInArticleAndExport =
            onlyIn("org.apache.commons.csv..", "org.casus.article", "org.casus.export");

    @ArchTest
    static final ArchRule feedsLiveInArticle = onlyIn("com.rometools..", "org.casus.article");

    @ArchTest
    static final ArchRule crawlsLiveInArticle = onlyIn("org.netpreserve.jwarc..", "org.casus.article");

    @ArchTest
    static final ArchRule languagesAreToldInArticle = onlyIn("com.optimaize..", "org.casus.article");

    @ArchTest
    static final ArchRule mailLivesInArticle = onlyIn("org.apache.james.mime4j..", "org.casus.article");

    @ArchTest
    static final ArchRule documentsLiveInArticle = onlyIn("org.apache.tika..", "org.casus.article");

    @ArchTest
    static final ArchRule onnxLivesInEncoding = onlyIn("ai.onnxruntime..", "org.casus.encoding");

    @ArchTest
    static final ArchRule tokenizersLiveInEncoding = onlyIn("ai.djl..", "org.casus.encoding");

    @ArchTest
    static final ArchRule luceneLivesInEntityAndStore =
            onlyIn("org.apache.lucene..", "org.casus.entity", "org.casus.store");

    @ArchTest
    static final ArchRule unpackingLivesInEntity = onlyIn("org.apache.commons.compress..", "org.casus.entity");

    @ArchTest
    static final ArchRule charactersOfTheWorldLiveInArticleAndEntity =
            onlyIn("com.ibm.icu..", "org.casus.article", "org.casus.entity");

    @ArchTest
    static final ArchRule chartsLiveInPlot = onlyIn("org.jfree..", "org.casus.plot");

    @ArchTest
    static final ArchRule picocliLivesInCli = onlyIn("picocli..", "org.casus.cli");

    @ArchTest
    static final ArchRule servletsLiveInServer = onlyIn("jakarta.servlet..", "org.casus.server");

    @ArchTest
    static final ArchRule jettyLivesInServer = onlyIn("org.eclipse.jetty..", "org.casus.server");

    @ArchTest
    static final ArchRule metricsLiveInServer = onlyIn("io.micrometer..", "org.casus.server");

    @ArchTest
    static final ArchRule sparkLivesInSpark = onlyIn("org.apache.spark..", "org.casus.spark");

    @ArchTest
    static final ArchRule hadoopLivesInSpark = onlyIn("org.apache.hadoop..", "org.casus.spark");

    @ArchTest
    static final ArchRule parquetLivesInSpark = onlyIn("org.apache.parquet..", "org.casus.spark");

    @ArchTest
    static final ArchRule scalaLivesInSpark = onlyIn("scala..", "org.casus.spark");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.casus.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule roomsAreNamedForWhatTheyHandUp = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..model..", "..manager..", "..helper..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyClassHasARoom = classes()
            .should()
            .resideInAnyPackage(
                    "org.casus",
                    "org.casus.article",
                    "org.casus.annotation",
                    "org.casus.encoding",
                    "org.casus.classification",
                    "org.casus.extraction",
                    "org.casus.entity",
                    "org.casus.graph",
                    "org.casus.store",
                    "org.casus.fusion",
                    "org.casus.export",
                    "org.casus.plot",
                    "org.casus.pipeline",
                    "org.casus.server",
                    "org.casus.evaluation",
                    "org.casus.spark",
                    "org.casus.cli");

    private static ArchRule onlyIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
