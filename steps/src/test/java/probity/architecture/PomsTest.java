package probity.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Versions stand in the root pom, and modules need each other in one direction only. */
class PomsTest {
    /** Per module which others it may need outside of its tests. */
    private static final Map<String, List<String>> ARROWS =
            Map.of(
                    "probity-spi", List.of(),
                    "probity-features", List.of(),
                    "probity-targets", List.of("probity-spi"),
                    "probity-reference-impl", List.of("probity-spi", "probity-targets"),
                    "probity-assembly",
                            List.of("probity-spi", "probity-targets", "probity-reference-impl"),
                    "probity-linux", List.of("probity-spi"),
                    "probity-candidates",
                            List.of("probity-spi", "probity-targets", "probity-reference-impl"),
                    "probity-steps", List.of("probity-spi", "probity-features"));

    static List<String> modules() {
        return Repository.modules();
    }

    @Test
    void theRootNamesEveryModule() throws Exception {
        assertThat(texts(pom(""), "module"))
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(Repository.modules());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleHasNoVersionButItsParents(String module) throws Exception {
        List<String> versions = new ArrayList<>();
        for (Element version : elements(pom(module), "version")) {
            versions.add(version.getParentNode().getNodeName() + " " + version.getTextContent());
        }

        assertThat(versions).containsExactly("parent " + version());
        for (Element properties : elements(pom(module), "properties")) {
            assertThat(properties.getTextContent()).doesNotContainPattern("\\d+\\.\\d+");
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleNeedsOnlyWhatTheDesignAllows(String module) throws Exception {
        Document pom = pom(module);
        String name = child(pom.getDocumentElement(), "artifactId");
        List<String> needed = new ArrayList<>();
        for (Element dependency : elements(pom, "dependency")) {
            if ("io.probity".equals(child(dependency, "groupId"))
                    && !"test".equals(child(dependency, "scope"))) {
                needed.add(child(dependency, "artifactId"));
            }
        }

        assertThat(ARROWS).containsKey(name);
        assertThat(ARROWS.get(name)).containsAll(needed);
    }

    @Test
    void theRootHasEveryVersionAsAProperty() throws Exception {
        List<String> literal = new ArrayList<>();
        for (Element version : elements(pom(""), "version")) {
            String parent = version.getParentNode().getNodeName();
            if (!parent.equals("project") && !version.getTextContent().startsWith("${")) {
                literal.add(version.getTextContent());
            }
        }

        assertThat(literal).isEmpty();
    }

    @Test
    void theRootManagesNoDependencyThatNothingUses() throws Exception {
        Set<String> managed = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        List<String> all = new ArrayList<>(Repository.modules());
        all.add("");
        for (String module : all) {
            for (Element dependency : elements(pom(module), "dependency")) {
                boolean bill = "pom".equals(child(dependency, "type")); // of others' versions
                (isManaged(dependency) && !bill ? managed : used)
                        .add(child(dependency, "artifactId"));
            }
        }

        assertThat(managed).isNotEmpty();
        assertThat(used).containsAll(managed);
    }

    private static boolean isManaged(Element dependency) {
        return dependency
                .getParentNode()
                .getParentNode()
                .getNodeName()
                .equals("dependencyManagement");
    }

    private static String version() throws Exception {
        return child(pom("").getDocumentElement(), "version");
    }

    private static Document pom(String module) throws Exception {
        Path file = Repository.root().resolve(module).resolve("pom.xml");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document pom, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = pom.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static List<String> texts(Document pom, String name) {
        return elements(pom, name).stream().map(Element::getTextContent).toList();
    }

    /** The text of a direct child, or null. */
    private static String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent();
            }
        }
        return null;
    }
}
