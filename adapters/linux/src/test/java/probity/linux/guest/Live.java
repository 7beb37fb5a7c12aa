package probity.linux.guest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import probity.linux.image.Cache;
import probity.linux.image.KernelImage;
import probity.linux.image.Kernels;
import probity.spi.CandidateUnavailable;

/** Real kernels for tests; which, {@code -Dprobity.linux.kernels=} says. */
final class Live {
    /** One with virtio as a module, one without FPROBE, the newest of unstable. */
    private static final String KERNELS = "debian/bookworm,debian/trixie,debian/sid";

    private Live() {}

    static Cache cache() {
        return Cache.ofUser(Map.copyOf(System.getenv()), System.getProperty("user.home"));
    }

    static Stream<String> addresses() {
        return Stream.of(System.getProperty("probity.linux.kernels", KERNELS).split(","));
    }

    static KernelImage kernel(String address) throws CandidateUnavailable {
        return new Kernels(cache(), Live::say).open(address);
    }

    /** One kernel for what does not depend on it. */
    static KernelImage anyKernel() throws CandidateUnavailable {
        List<String> all = addresses().toList();
        return kernel(all.get(all.size() > 1 ? 1 : 0));
    }

    static Qemu qemu() throws CandidateUnavailable {
        return Qemu.find(GuestOptions.defaults().qemu());
    }

    static void say(String line) {
        System.out.println(line);
    }
}
