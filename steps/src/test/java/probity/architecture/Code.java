package probity.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;

/**
 * The compiled classes of all modules, without tests; read once, and from their folders: looking
 * for a package in the whole class path takes three times as long.
 */
final class Code {
    static final JavaClasses ALL =
            new ClassFileImporter()
                    .importPaths(
                            Repository.modules().stream()
                                    .map(Repository.root()::resolve)
                                    .map(module -> module.resolve("target/classes"))
                                    .filter(Files::isDirectory)
                                    .toList());

    private Code() {}

    /** The {@code <name>} of a class in {@code probity.<name>} or below. */
    static String packageOf(JavaClass type) {
        return type.getPackageName().split("\\.")[1];
    }
}
