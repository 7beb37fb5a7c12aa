package probity.report.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import probity.judge.Verdict;

/** Reads Surefire's report of one test class. */
public final class SurefireXml {
    private final NodeList cases;

    private SurefireXml(NodeList cases) {
        this.cases = cases;
    }

    /** Reads the report of a class from Surefire's directory. */
    public static SurefireXml of(Path file) {
        try {
            return new SurefireXml(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getElementsByTagName("testcase"));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    /** How many test cases ended in each way. */
    public Map<Verdict.Kind, Integer> counts() {
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            counts.put(kind, 0);
        }
        for (int i = 0; i < cases.getLength(); i++) {
            counts.merge(kind((Element) cases.item(i)), 1, Integer::sum);
        }
        return counts;
    }

    /** The names of its test cases. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < cases.getLength(); i++) {
            names.add(((Element) cases.item(i)).getAttribute("name"));
        }
        return names;
    }

    private static Verdict.Kind kind(Element testcase) {
        if (has(testcase, "failure")) {
            return Verdict.Kind.FAILURE;
        }
        if (has(testcase, "error")) {
            return Verdict.Kind.ERROR;
        }
        return has(testcase, "skipped") ? Verdict.Kind.SKIP : Verdict.Kind.SUCCESS;
    }

    private static boolean has(Element testcase, String child) {
        return testcase.getElementsByTagName(child).getLength() > 0;
    }

    /** Whether a report was written after something else. */
    public static boolean isNewer(Path file, Path than) {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than))
                            >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
