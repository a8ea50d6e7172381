package org.arolang.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/** The arrows between the modules. */
class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.arolang");

    @Test
    void modulesDependInOneDirection() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.arolang..")
                .optionalLayer("language").definedBy("org.arolang.language..")
                .optionalLayer("runtime").definedBy("org.arolang.runtime..")
                .optionalLayer("compiler").definedBy("org.arolang.compiler..")
                .optionalLayer("web").definedBy("org.arolang.web..")
                .optionalLayer("io").definedBy("org.arolang.io..")
                .layer("cli").definedBy("org.arolang.cli..")
                .whereLayer("language").mayNotAccessAnyLayer()
                .whereLayer("runtime").mayOnlyAccessLayers("language")
                .whereLayer("compiler").mayOnlyAccessLayers("language", "runtime")
                .whereLayer("web").mayOnlyAccessLayers("language", "runtime")
                .whereLayer("io").mayOnlyAccessLayers("language", "runtime")
                .whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .check(classes);
    }
}
