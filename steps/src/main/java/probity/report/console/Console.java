package probity.report.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import probity.report.Ruling;

/** What a run says on standard output. */
public final class Console {
    private final PrintStream out;
    private final Progress progress;

    private Console(PrintStream out, int expected) {
        this.out = out;
        this.progress = new Progress(expected, System::nanoTime);
    }

    /**
     * The terminal, or whatever stands for it.
     *
     * @param expected how many rulings will come
     */
    public static Console standard(int expected) {
        return new Console(System.out, expected);
    }

    /** Says a line before there is anything to count, such as what a candidate waits for. */
    public static void tell(String line) {
        System.out.println("… " + line);
    }

    /**
     * Says a text while the virtual machine ends. On the error stream of the process itself: what
     * stands for standard output may pass nothing on any more, as with Surefire.
     */
    public static void sayAtVmEnd(String text) {
        PrintStream error = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
        error.print(text);
        error.flush();
    }

    /** Says how far the run is, now and then. */
    public void ruled(Ruling ruling) {
        String line = progress.ruled(ruling);
        if (!line.isEmpty()) {
            out.println(line);
        }
    }

    /** Says a text that is complete in itself. */
    public void say(String text) {
        out.print(text);
        out.flush();
    }
}
