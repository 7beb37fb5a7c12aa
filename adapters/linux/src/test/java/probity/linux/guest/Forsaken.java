package probity.linux.guest;

import java.util.concurrent.TimeUnit;

/** A program that boots a guest, says where it is, and leaves it to whoever ends the program. */
final class Forsaken {
    private Forsaken() {}

    public static void main(String... arguments) throws Exception {
        Guest guest = Guest.boot(Live.qemu(), Live.anyKernel().image(), GuestOptions.defaults());
        Live.say("guest " + guest.pid() + " " + guest.files());
        TimeUnit.HOURS.sleep(1);
    }
}
