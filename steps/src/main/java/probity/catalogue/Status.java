package probity.catalogue;

/** How a clause stands in the discussion that it comes from. */
public enum Status {
    /** One participant wants it. */
    ASKED,
    /** A second voice wants it, and nobody is against it. */
    AGREED,
    /** Participants contradict each other. */
    DISPUTED,
    /** Nobody said it; it follows from another clause, from AAPCS64 or from how Linux works. */
    DERIVED,
    /** Wanted once and given up by the same participant. */
    SUPERSEDED
}
