package probity.assembly;

import java.util.Map;
import java.util.TreeMap;
import probity.reference.AddressMap;

/**
 * The linker script that puts trampolines where the machine has room for them, and says where the
 * handlers are that they call. The adapter links a {@code trampolines.S} with it; for those who
 * link an ELF themselves, {@link #main} prints it.
 */
public final class LinkerScript {
    /** The documented way to print it, after {@code mvn compile}. */
    static final String COMMAND =
            "java -cp adapters/assembly/target/classes:reference-impl/target/classes"
                    + " probity.assembly.LinkerScript";

    private static final String TEXT =
            """
            /* Places trampolines for Probity. The handlers are no machine code: the machine
               traps where they would begin. Text has to stay within 128 MiB of the targets. */
            OUTPUT_FORMAT("elf64-littleaarch64")
            OUTPUT_ARCH(aarch64)
            ENTRY(hook_entry)

            %s
            PHDRS
            {
            	text PT_LOAD FLAGS(5);
            	rodata PT_LOAD FLAGS(4);
            	data PT_LOAD FLAGS(6);
            }

            SECTIONS
            {
            	.text 0x%x : { *(.text .text.*) } :text =0
            	.rodata : ALIGN(4096) { *(.rodata .rodata.*) } :rodata
            	.data : ALIGN(4096) { *(.data .data.*) } :data
            	.bss : ALIGN(16) { *(.bss .bss.* COMMON) } :data

            	/DISCARD/ : { *(.comment) *(.note.*) *(.eh_frame) }
            }
            """;

    private LinkerScript() {}

    /** The script. */
    static String text() {
        StringBuilder handlers = new StringBuilder();
        for (Map.Entry<String, Long> handler : new TreeMap<>(AddressMap.HANDLERS).entrySet()) {
            handlers.append("%s = 0x%x;%n".formatted(handler.getKey(), handler.getValue()));
        }
        return TEXT.formatted(handlers, AddressMap.TRAMPOLINES);
    }

    /** Prints the script. */
    public static void main(String[] arguments) {
        System.out.print(text());
    }
}
