package probity.linux.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import probity.linux.image.Cache;
import probity.linux.image.KernelImage;
import probity.linux.image.Kernels;

/**
 * Images of kernels that save all registers but x5 at the entry of a hooked function, and restore
 * it all the same: one instruction of the archive's Image is changed.
 *
 * @param directory where they are written
 */
record WrongImage(Path directory) {
    /** {@code stp x0, x1, [sp]}, {@code stp x2, x3, [sp, #16]}: ftrace saves its registers. */
    private static final List<Integer> BEFORE = List.of(0xa90007e0, 0xa9010fe2);

    /** {@code stp x4, x5, [sp, #32]}. */
    private static final int BOTH = 0xa90217e4;

    /** {@code str x4, [sp, #32]}. */
    private static final int ONE = 0xf90013e4;

    /** {@code stp x6, x7, [sp, #48]}, and {@code str x8, [sp, #64]}, as at no return. */
    private static final List<Integer> AFTER = List.of(0xa9031fe6, 0xf90023e8);

    /** The wrong one of the kernel at an address. */
    Path of(String address) throws Exception {
        Cache cache = Cache.ofUser(System.getenv(), System.getProperty("user.home"));
        KernelImage kernel = new Kernels(cache, System.out::println).open(address);
        return Files.write(directory.resolve("Image"), wrong(kernel.image()));
    }

    private static byte[] wrong(Path right) throws IOException {
        byte[] image = Files.readAllBytes(right);
        ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + Integer.BYTES <= image.length; at += Integer.BYTES) {
            if (words.getInt(at) == BOTH && isWithin(words, at)) {
                places.add(at);
            }
        }
        if (places.size() != 1) {
            throw new IllegalStateException(
                    "%s saves x4 and x5 so at %s.".formatted(right, places));
        }
        words.putInt(places.get(0), ONE);
        return image;
    }

    private static boolean isWithin(ByteBuffer words, int at) {
        int first = at - BEFORE.size() * Integer.BYTES;
        int[] around = new int[BEFORE.size() + 1 + AFTER.size()];
        if (first < 0 || first + around.length * Integer.BYTES > words.limit()) {
            return false;
        }
        for (int i = 0; i < around.length; i++) {
            around[i] = words.getInt(first + i * Integer.BYTES);
        }
        List<Integer> wanted = new ArrayList<>(BEFORE);
        wanted.add(BOTH);
        wanted.addAll(AFTER);
        return Arrays.equals(around, wanted.stream().mapToInt(Integer::intValue).toArray());
    }
}
