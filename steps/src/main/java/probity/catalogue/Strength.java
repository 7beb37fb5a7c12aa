package probity.catalogue;

/** How binding a clause is. */
public enum Strength {
    /** A violation is a failure. */
    MUST,
    /** A violation is reported as a recommendation that is not met; the run stays green. */
    SHOULD,
    /** Observed and reported. */
    MAY
}
