package probity.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of all modules, without tests; read once. */
final class Code {
    static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("probity");

    private Code() {}

    /** The {@code <name>} of a class in {@code probity.<name>} or below. */
    static String packageOf(JavaClass type) {
        return type.getPackageName().split("\\.")[1];
    }
}
