package probity.catalogue;

import java.time.LocalDate;

/**
 * Where a clause comes from.
 *
 * @param author whose wish it rests on
 * @param date the day of the message
 * @param basis what the author wanted, in our words, and what else the clause is derived from
 */
public record Source(String author, LocalDate date, String basis) {
    /** Author and date, as failure screens show them. */
    @Override
    public String toString() {
        return author + ", " + date;
    }
}
