package probity.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import probity.spi.Diagnostic;

/**
 * A file that lists addresses, one a line; those of a release line oldest first. Empty lines, and
 * lines that begin with {@code #}, are for people.
 */
final class AddressFile {
    private final Map<String, Integer> addresses = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private AddressFile() {}

    /**
     * Reads a file.
     *
     * @return the addresses
     * @throws InvalidSettings if anything is wrong with it; says which lines
     */
    static List<String> read(Path file) throws InvalidSettings {
        AddressFile reader = new AddressFile();
        reader.lines(file);
        if (!reader.problems.isEmpty()) {
            throw new InvalidSettings(
                    List.of(
                            new Diagnostic(
                                    "bad-address-file",
                                    "The list of addresses in '" + file + "' is not well formed.",
                                    reader.problems,
                                    "It takes an address a line, of a release line the oldest first; # begins a"
                                            + " comment.")));
        }
        return List.copyOf(reader.addresses.keySet());
    }

    private void lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    address(i + 1, line);
                }
            }
            if (addresses.isEmpty()) {
                problems.add("It names no candidate.");
            }
        } catch (IOException e) {
            problems.add("It cannot be read: " + e.getMessage());
        }
    }

    private void address(int number, String address) {
        String where = "Line " + number + ": ";
        if (CommaList.read(address).size() > 1) {
            problems.add(
                    where
                            + "'"
                            + address
                            + "' looks like several addresses; in a path a comma is written as"
                            + " '\\,'.");
        } else if (address.contains(" #")) {
            problems.add(where + "'" + address + "' ends in a comment, which needs its own line.");
        }
        Integer before = addresses.putIfAbsent(String.join("", CommaList.read(address)), number);
        if (before != null) {
            problems.add(where + "'" + address + "' stands in line " + before + " already.");
        }
    }
}
