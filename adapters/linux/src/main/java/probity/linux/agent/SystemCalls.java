package probity.linux.agent;

import static probity.linux.agent.SystemCall.CLOSE;
import static probity.linux.agent.SystemCall.MKDIRAT;
import static probity.linux.agent.SystemCall.MMAP;
import static probity.linux.agent.SystemCall.MOUNT;
import static probity.linux.agent.SystemCall.OPENAT;
import static probity.linux.agent.SystemCall.PREAD64;
import static probity.linux.agent.SystemCall.READ;
import static probity.linux.agent.SystemCall.UNAME;
import static probity.linux.agent.SystemCall.WRITE;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * System calls of one worker with their arguments in Java. A method that returns something else
 * than the raw result throws {@link SystemCallFailed} where the kernel says no. Not thread safe:
 * one worker makes one call at a time.
 */
public final class SystemCalls {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0100;
    public static final int O_TRUNC = 01000;
    public static final int O_APPEND = 02000;

    private static final long AT_FDCWD = -100;
    private static final int PIECE = 32 << 10;
    private static final int FEW = 256;
    private static final int UTS_NAME = 65;

    private final Agent agent;
    private final Hello hello;
    private final int worker;
    private final Duration limit;

    /**
     * Calls that a worker makes.
     *
     * @param hello how the agent introduced itself
     * @param worker {@link Agent#MAIN}, or one that was spawned
     * @param limit how long a call may take
     */
    public SystemCalls(Agent agent, Hello hello, int worker, Duration limit) {
        this.agent = agent;
        this.hello = hello;
        this.worker = worker;
        this.limit = limit;
    }

    /** Memory for the arguments of the next call. */
    public Scratch scratch() {
        return new Scratch(hello.share(worker));
    }

    /** Begins a call that may take any time; its arguments are in the guest before it begins. */
    public Pending<Long> begin(Scratch scratch, SystemCall call, long... arguments) {
        // Not waited for: the agent reads the line in order, and a share always can be written.
        Pending<?> written = agent.beginPoke(scratch.address(), scratch.content());
        return agent.begin(worker, call, arguments).after(written);
    }

    /** The raw result of a call. */
    public long call(Scratch scratch, SystemCall call, long... arguments) {
        return begin(scratch, call, arguments).await(limit);
    }

    /** The raw result of a call without anything in memory. */
    public long call(SystemCall call, long... arguments) {
        return agent.begin(worker, call, arguments).await(limit);
    }

    /**
     * What a call answered, and wrote.
     *
     * @param result the raw result
     * @param bytes what lay there after the call
     */
    public record Output(long result, byte[] bytes) {}

    /**
     * Makes a call that writes something.
     *
     * @param address where it writes
     * @param size in bytes
     */
    public Output output(
            Scratch scratch, long address, int size, SystemCall call, long... arguments) {
        Pending<Long> result = begin(scratch, call, arguments);
        if (worker == Agent.MAIN) {
            // one journey for both: this worker reads memory after it has made the call
            Pending<byte[]> bytes = agent.beginPeek(address, size);
            return new Output(result.await(limit), bytes.await(limit));
        }
        return new Output(result.await(limit), agent.peek(address, size));
    }

    /** A file descriptor. */
    public int open(String path, int flags) {
        Scratch scratch = scratch();
        return (int)
                succeeded(
                        call(scratch, OPENAT, AT_FDCWD, scratch.text(path), flags, 0644),
                        OPENAT + " of " + path);
    }

    /** At most that many bytes; fewer or none at the end of a file. */
    public byte[] read(int descriptor, int most) {
        Scratch scratch = scratch();
        int size = Math.min(most, PIECE);
        return content(descriptor, scratch, size, READ, descriptor, scratch.address(), size);
    }

    /** The same from an offset on, wherever the file has been read to. */
    public byte[] readAt(int descriptor, int most, long offset) {
        Scratch scratch = scratch();
        int size = Math.min(most, PIECE);
        return content(
                descriptor, scratch, size, PREAD64, descriptor, scratch.address(), size, offset);
    }

    /** Many bytes are fetched only when it is known how many there are. */
    private byte[] content(
            int descriptor, Scratch scratch, int size, SystemCall call, long... arguments) {
        String what = call + " of descriptor " + descriptor;
        if (size <= FEW) {
            Output output = output(scratch, scratch.address(), size, call, arguments);
            return Arrays.copyOf(output.bytes(), (int) succeeded(output.result(), what));
        }
        return agent.peek(scratch.address(), (int) succeeded(call(call, arguments), what));
    }

    /** Writes all of the bytes in one call, as tracefs wants it. */
    public void write(int descriptor, byte[] content) {
        Scratch scratch = scratch();
        String what =
                "%s of %d bytes to descriptor %d".formatted(WRITE, content.length, descriptor);
        long address = scratch.put(content);
        long written = succeeded(call(scratch, WRITE, descriptor, address, content.length), what);
        if (written != content.length) {
            throw new IllegalStateException("The %s wrote only %d.".formatted(what, written));
        }
    }

    /** Closes a file. */
    public void close(int descriptor) {
        succeeded(call(CLOSE, descriptor), closing(descriptor));
    }

    /**
     * Closes files one after the other; that one cannot be closed keeps none from being. Only for
     * {@link Agent#MAIN}: another worker takes no call before it has answered the last.
     */
    public void closeAll(List<Integer> descriptors) {
        List<Pending<Long>> closings =
                descriptors.stream().map(file -> agent.begin(worker, CLOSE, file)).toList();
        for (int i = 0; i < closings.size(); i++) {
            succeeded(closings.get(i).await(limit), closing(descriptors.get(i)));
        }
    }

    private static String closing(int descriptor) {
        return CLOSE + " of descriptor " + descriptor;
    }

    /** A whole file, also one of proc or sysfs that has no size. */
    public byte[] readFile(String path) {
        try (Opened file = new Opened(this, open(path, O_RDONLY))) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] piece = read(file.descriptor(), PIECE);
            while (piece.length > 0) {
                content.writeBytes(piece);
                piece = read(file.descriptor(), PIECE);
            }
            return content.toByteArray();
        }
    }

    /** A whole file as text. */
    public String readText(String path) {
        return new String(readFile(path), StandardCharsets.UTF_8);
    }

    /**
     * Writes a text to a file.
     *
     * @param flags besides {@link #O_WRONLY}, such as {@link #O_APPEND}
     */
    public void writeText(String path, String text, int flags) {
        try (Opened file = new Opened(this, open(path, O_WRONLY | flags))) {
            write(file.descriptor(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Makes a directory. */
    public void makeDirectory(String path) {
        Scratch scratch = scratch();
        succeeded(call(scratch, MKDIRAT, AT_FDCWD, scratch.text(path), 0755), MKDIRAT + " " + path);
    }

    /** Mounts a file system without a device. */
    public void mount(String type, String path) {
        Scratch scratch = scratch();
        long source = scratch.text(type);
        succeeded(
                call(scratch, MOUNT, source, scratch.text(path), source, 0, 0),
                "%s of %s at %s".formatted(MOUNT, type, path));
    }

    /** The address of a new mapping; the arguments are those of mmap(2). */
    public long map(long length, int protection, int flags, int descriptor, long offset) {
        return succeeded(
                call(MMAP, 0, length, protection, flags, descriptor, offset),
                "%s of %d bytes".formatted(MMAP, length));
    }

    /** The fields of uname(2): system, node, release, version, machine, domain. */
    public List<String> uname() {
        Scratch scratch = scratch();
        int fields = 6;
        long room = scratch.room(fields * UTS_NAME);
        succeeded(call(UNAME, room), UNAME.toString());
        byte[] names = agent.peek(room, fields * UTS_NAME);
        return IntStream.range(0, fields)
                .mapToObj(i -> Arrays.copyOfRange(names, i * UTS_NAME, (i + 1) * UTS_NAME))
                .map(SystemCalls::text)
                .toList();
    }

    /** The text before the first zero. */
    private static String text(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }

    /** A file that is closed whatever happens, without hiding what happened. */
    private record Opened(SystemCalls calls, int descriptor) implements AutoCloseable {
        @Override
        public void close() {
            calls.close(descriptor);
        }
    }

    private static long succeeded(long result, String what) {
        if (Errno.isError(result)) {
            throw new SystemCallFailed(what, (int) -result);
        }
        return result;
    }
}
