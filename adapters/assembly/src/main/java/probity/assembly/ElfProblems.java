package probity.assembly;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import probity.reference.ElfImage.Segment;
import probity.spi.Diagnostic;

/** What can be wrong with an executable, whoever linked it. */
final class ElfProblems {
    private static final Map<Integer, String> MACHINES =
            Map.of(3, "i386", 40, "ARM (32 bits)", 62, "x86-64", 243, "RISC-V", 22, "s390");
    private static final Map<Integer, String> TYPES =
            Map.of(
                    1, "a relocatable object (ET_REL)",
                    3, "a shared object or position-independent (ET_DYN)",
                    4, "a core dump (ET_CORE)");

    static final String LINK =
            "Link it with the linker script that '"
                    + LinkerScript.COMMAND
                    + "' prints, without -pie or -shared.";

    private ElfProblems() {}

    static Diagnostic notElf(byte[] bytes) {
        String begin =
                bytes.length == 0
                        ? "it is empty"
                        : "it begins with the bytes "
                                + HexFormat.ofDelimiter(" ")
                                        .formatHex(bytes, 0, Math.min(4, bytes.length));
        boolean text = new String(bytes, StandardCharsets.US_ASCII).matches("(?s)[\\s!-~]+");
        return problem(
                "elf-not-elf",
                "trampolines.elf is not an ELF file: " + begin + ".",
                text ? "It is a text; an assembly source is called trampolines.S." : LINK);
    }

    static Diagnostic truncated(String what, long end, long size) {
        return problem(
                "elf-truncated",
                "trampolines.elf is truncated: %s would end at byte %s, but the file has %d bytes."
                        .formatted(what, Long.toUnsignedString(end), size),
                "Copy it again.");
    }

    static Diagnostic wrongClass() {
        return problem("elf-class", "trampolines.elf is not a 64-bit ELF file (ELFCLASS64).", LINK);
    }

    static Diagnostic wrongEndianness() {
        return problem(
                "elf-endianness",
                "trampolines.elf is not little-endian (ELFDATA2LSB).",
                "The machine runs little-endian code only.");
    }

    static Diagnostic wrongMachine(int machine) {
        return problem(
                "elf-machine",
                "trampolines.elf is for machine %d%s, not for AArch64 (183)."
                        .formatted(
                                machine,
                                MACHINES.containsKey(machine) ? ", " + MACHINES.get(machine) : ""),
                "Use the aarch64-linux-gnu tools, not those of the host.");
    }

    static Diagnostic wrongType(int type) {
        return problem(
                "elf-type",
                "trampolines.elf is %s, not an executable at fixed addresses (ET_EXEC)."
                        .formatted(TYPES.getOrDefault(type, "of type " + type)),
                LINK);
    }

    static Diagnostic malformed(RuntimeException why) {
        return problem(
                "elf-malformed",
                "trampolines.elf contradicts itself: " + why + ".",
                "readelf -a trampolines.elf shows where.");
    }

    static Diagnostic dynamic() {
        return problem(
                "elf-dynamic",
                "trampolines.elf is dynamically linked, and there is no dynamic linker here.",
                "Link it with -static.");
    }

    static Diagnostic noSymbols() {
        return problem(
                "elf-no-symbols",
                "trampolines.elf has no symbol table, so the trampolines cannot be found.",
                "Do not strip it.");
    }

    static Diagnostic noText() {
        return problem(
                "elf-no-text",
                "The trampolines have no executable segment.",
                "Put the code into .text, and that into a segment that may be executed.");
    }

    static Diagnostic writableText(Segment text) {
        return problem(
                "writable-text",
                "The executable segment at 0x%x of trampolines.elf is writable."
                        .formatted(text.address()),
                "Put data into .data or .bss, and link without -N. " + LINK);
    }

    static Diagnostic sharedPage(Segment first, Segment second) {
        return problem(
                "shared-page",
                "The segments at 0x%x and 0x%x of trampolines.elf share a page of 4096 bytes."
                        .formatted(first.address(), second.address()),
                LINK);
    }

    static Diagnostic shorterThanItsContent(Segment segment) {
        return problem(
                "elf-malformed",
                "The segment at 0x%x of trampolines.elf has %d bytes in the file, but only %d in memory."
                        .formatted(segment.address(), segment.content().length, segment.size()),
                "Link it again. " + LINK);
    }

    static Diagnostic tooLarge(Segment segment) {
        return problem(
                "segment-too-large",
                "The segment at 0x%x of trampolines.elf has 0x%x bytes; at most 0x%x can be loaded."
                        .formatted(segment.address(), segment.size(), ElfCheck.LARGEST_SEGMENT),
                "Trampolines take a few hundred bytes; look for a misplaced .org or .bss.");
    }

    static Diagnostic outOfReach(Segment text, AddressRange targets) {
        return problem(
                "text-out-of-reach",
                "The text at 0x%x of trampolines.elf is not within 128 MiB of %s."
                        .formatted(text.address(), targets),
                "A bl reaches no further. " + LINK);
    }

    static Diagnostic overlaps(Segment segment, AddressRange taken) {
        return problem(
                "region-overlap",
                "The segment at 0x%x–0x%x of trampolines.elf overlaps %s."
                        .formatted(
                                segment.address(), segment.address() + segment.size() - 1, taken),
                LINK);
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
