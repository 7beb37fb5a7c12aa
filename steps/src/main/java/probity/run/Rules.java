package probity.run;

/**
 * By what is ruled on a candidate, the same on all lanes.
 *
 * @param waivers what is tolerated
 * @param keeper what is recorded
 * @param screen how a failure is shown
 * @param cases where random cases come from and go to
 * @param evidenceIsRead whether it is, whatever the verdict: then it is made where an entry is
 *     heard, and a mistake of the kit in it is one scenario's
 */
record Rules(
        Waivers waivers,
        RecordKeeper keeper,
        FailureScreen screen,
        RandomCases cases,
        boolean evidenceIsRead) {}
