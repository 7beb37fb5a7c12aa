package probity.linux.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import probity.linux.image.Cache;
import probity.linux.image.KernelImage;
import probity.linux.image.Kernels;

/**
 * Images of kernels in which one instruction of how functions are hooked is another one.
 *
 * @param place the instructions among which it stands, as in no other place
 * @param index which of them it is
 * @param wrong what is there instead
 */
record WrongImage(List<Integer> place, int index, int wrong) {
    /**
     * At entry x5 is not saved, and restored all the same: {@code str x4, [sp, #32]} in the place
     * of {@code stp x4, x5}. That x8 is saved after them distinguishes the place from a return's.
     */
    static final WrongImage SAVING_NO_X5 =
            new WrongImage(
                    List.of(0xa90007e0, 0xa9010fe2, 0xa90217e4, 0xa9031fe6, 0xf90023e8),
                    2,
                    0xf90013e4);

    /**
     * At a return x1 is not restored: {@code ldr x0, [sp]} in the place of {@code ldp x0, x1}. That
     * the return address is put into x30 before distinguishes the place from an entry's.
     */
    static final WrongImage RESTORING_NO_X1 =
            new WrongImage(List.of(0xaa0003fe, 0xa94007e0), 1, 0xf94003e0);

    /** The wrong one of the kernel at an address. */
    Path of(String address, Path directory) throws Exception {
        Cache cache = Cache.ofUser(System.getenv(), System.getProperty("user.home"));
        KernelImage kernel = new Kernels(cache, System.out::println).open(address);
        return Files.write(directory.resolve("Image"), changed(kernel.image()));
    }

    private byte[] changed(Path right) throws IOException {
        byte[] image = Files.readAllBytes(right);
        ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> places =
                IntStream.range(0, image.length / Integer.BYTES - place.size() + 1)
                        .filter(word -> isPlace(words, word))
                        .boxed()
                        .toList();
        if (places.size() != 1) {
            throw new IllegalStateException(
                    "%s has the place %d times.".formatted(right, places.size()));
        }
        words.putInt((places.get(0) + index) * Integer.BYTES, wrong);
        return image;
    }

    private boolean isPlace(ByteBuffer words, int first) {
        for (int i = 0; i < place.size(); i++) {
            if (words.getInt((first + i) * Integer.BYTES) != place.get(i)) {
                return false;
            }
        }
        return true;
    }
}
