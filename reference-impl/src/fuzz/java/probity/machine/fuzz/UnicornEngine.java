package probity.machine.fuzz;

import com.github.unidbg.arm.backend.unicorn.Unicorn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.scijava.nativelib.NativeLoader;
import unicorn.Arm64Const;
import unicorn.UnicornConst;
import unicorn.UnicornException;

/** Unicorn 2, the engine to compare with. */
final class UnicornEngine implements AutoCloseable {
    static {
        try {
            NativeLoader.loadLibrary("unicorn");
        } catch (IOException e) {
            throw new UncheckedIOException("Unicorn's native library does not load.", e);
        }
    }

    private static final int READ_AND_EXECUTE =
            UnicornConst.UC_PROT_READ | UnicornConst.UC_PROT_EXEC;
    private static final int MSR_SPSEL_1 = 0xd50041bf;

    private final Unicorn unicorn =
            new Unicorn(UnicornConst.UC_ARCH_ARM64, UnicornConst.UC_MODE_ARM);

    UnicornEngine() {
        unicorn.mem_map(Layout.TEXT, Layout.TEXT_SIZE, READ_AND_EXECUTE);
        unicorn.mem_map(
                Layout.DATA,
                Layout.DATA_SIZE,
                UnicornConst.UC_PROT_READ | UnicornConst.UC_PROT_WRITE);
        selectStackPointer();
    }

    /** Selects sp of EL1, as this kit's machine has it. */
    private void selectStackPointer() {
        int[] words = {MSR_SPSEL_1};
        unicorn.mem_write(Layout.TEXT, Words.bytes(words));
        unicorn.emu_start(Layout.TEXT, Layout.TEXT + 4, 0, 0);
        unicorn.mem_write(Layout.TEXT, new byte[4]);
    }

    @Override
    public void close() {
        unicorn.closeAll();
    }

    void data(byte[] bytes) {
        unicorn.mem_write(Layout.DATA, bytes);
    }

    /** Puts the words of a case in place. */
    void text(Case c) {
        unicorn.mem_write(c.pc(), Words.bytes(c.words()));
    }

    /**
     * @param until where to stop: where this kit's machine ended. All other text is zero, which is
     *     an undefined instruction, so going elsewhere shows.
     */
    Outcome run(Case c, long until, boolean withMemory) {
        for (int n = 0; n < c.x().length; n++) {
            unicorn.reg_write(register(n), c.x()[n]);
        }
        unicorn.reg_write(Arm64Const.UC_ARM64_REG_NZCV, c.nzcv());
        for (int n = 0; n < 32; n++) {
            unicorn.reg_write(Arm64Const.UC_ARM64_REG_Q0 + n, vector(c.v(), n));
        }
        text(c);
        Outcome.End end = Outcome.End.DONE;
        try {
            unicorn.emu_start(c.pc(), until, 0, 0);
        } catch (UnicornException e) {
            end =
                    e.getMessage().contains("UC_ERR_EXCEPTION")
                            ? Outcome.End.UNDEFINED
                            : Outcome.End.FAULT;
        }
        unicorn.removeJitCodeCache(c.pc(), c.pc() + 4L * c.words().length);
        return outcome(end, withMemory);
    }

    private Outcome outcome(Outcome.End end, boolean withMemory) {
        long[] x = new long[32];
        for (int n = 0; n < x.length; n++) {
            x[n] = unicorn.reg_read(register(n));
        }
        long[] v = new long[64];
        for (int n = 0; n < 32; n++) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(unicorn.reg_read(Arm64Const.UC_ARM64_REG_Q0 + n, 16))
                            .order(ByteOrder.LITTLE_ENDIAN);
            v[2 * n] = bytes.getLong();
            v[2 * n + 1] = bytes.getLong();
        }
        return new Outcome(
                end,
                unicorn.reg_read(Arm64Const.UC_ARM64_REG_PC),
                x,
                unicorn.reg_read(Arm64Const.UC_ARM64_REG_NZCV) & 0xf000_0000L,
                v,
                withMemory ? unicorn.mem_read(Layout.DATA, Layout.DATA_SIZE) : new byte[0]);
    }

    private static byte[] vector(long[] v, int n) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(v[2 * n])
                .putLong(v[2 * n + 1])
                .array();
    }

    private static int register(int n) {
        switch (n) {
            case 29:
                return Arm64Const.UC_ARM64_REG_X29;
            case 30:
                return Arm64Const.UC_ARM64_REG_X30;
            case Case.SP:
                return Arm64Const.UC_ARM64_REG_SP;
            default:
                return Arm64Const.UC_ARM64_REG_X0 + n;
        }
    }
}
