package probity.report.reading;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import probity.judge.Verdict;
import probity.report.Totals;

/** Reads the page of a matrix. It is well formed as XML too; what is not escaped breaks that. */
public final class MatrixHtml {
    private static final Pattern COUNT = Pattern.compile("([0-9]+) ([A-Z][A-Z ]*[A-Z])");
    private static final Pattern SHARE = Pattern.compile("([A-Z][A-Z ]*[A-Z]) ([0-9]+) of [0-9]+");

    private final Element root;

    private MatrixHtml(Element root) {
        this.root = root;
    }

    /** Reads a page. */
    public static MatrixHtml of(String page) {
        try {
            return new MatrixHtml(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(page)))
                            .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The page is not well formed.", e);
        }
    }

    /** The values of an attribute, wherever it occurs. */
    public List<String> all(String attribute) {
        return elements("*").stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    /** The names of all elements that occur. */
    public List<String> names() {
        return elements("*").stream().map(Element::getTagName).distinct().sorted().toList();
    }

    /** What stands in the elements of a name. */
    public List<String> texts(String name) {
        return elements(name).stream().map(MatrixHtml::text).toList();
    }

    /** Per cell, by its anchor such as {@code PTR-09.1}, how often there is each verdict. */
    public Map<String, Totals> cells() {
        Map<String, Totals> cells = new TreeMap<>();
        for (Element cell : elements("td")) {
            if (cell.hasAttribute("id")) {
                cells.put(cell.getAttribute("id").substring("cell-".length()), counts(text(cell)));
            }
        }
        return cells;
    }

    /** Per cell the verdict that it shows first. */
    public Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Element cell : elements("td")) {
            if (cell.hasAttribute("id")) {
                Matcher share = SHARE.matcher(text(cell));
                if (share.find()) {
                    String anchor = cell.getAttribute("id").substring("cell-".length());
                    verdicts.put(anchor, Verdict.valueOf(share.group(1).replace(' ', '_')));
                }
            }
        }
        return verdicts;
    }

    /** The totals at its foot, one per candidate. */
    public List<Totals> totals() {
        Element foot = elements("tfoot").get(0);
        NodeList cells = foot.getElementsByTagName("td");
        List<Totals> totals = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            totals.add(counts(text((Element) cells.item(i))));
        }
        return totals;
    }

    private static Totals counts(String text) {
        List<Verdict> verdicts = new ArrayList<>();
        Matcher share = SHARE.matcher(text);
        String rest = text;
        if (share.find()) {
            add(verdicts, share.group(2), share.group(1));
            rest = text.substring(share.end());
        }
        Arrays.stream(rest.split(","))
                .map(COUNT::matcher)
                .filter(Matcher::find)
                .forEach(count -> add(verdicts, count.group(1), count.group(2)));
        return Totals.ofVerdicts(verdicts);
    }

    private static void add(List<Verdict> verdicts, String count, String word) {
        for (int i = 0; i < Integer.parseInt(count); i++) {
            verdicts.add(Verdict.valueOf(word.replace(' ', '_')));
        }
    }

    private static String text(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private List<Element> elements(String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
