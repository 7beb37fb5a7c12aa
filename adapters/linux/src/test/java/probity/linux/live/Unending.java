package probity.linux.live;

import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Target;

/** A program that runs plans on a kernel until somebody ends it, and says when it has begun. */
final class Unending {
    private Unending() {}

    public static void main(String... arguments) throws Exception {
        Workshop workshop = new Workshop();
        Instance instance = workshop.candidate().start(Options.defaults());
        Target target = instance.targets().get(0);
        while (true) {
            instance.run(Workshop.plan(target, 100));
            System.out.println("running");
        }
    }
}
