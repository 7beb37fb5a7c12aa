package probity.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order the exits of one activation run: the last one that entered first (SYM-08). */
public class ExitOrder {
    /** The exits in the order in which they run, from the order of their entries. */
    public List<ExitSlot> order(List<ExitSlot> entered) {
        List<ExitSlot> reversed = new ArrayList<>(entered);
        Collections.reverse(reversed);
        return reversed;
    }
}
