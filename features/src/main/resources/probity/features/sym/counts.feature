Feature: Nothing is lost silently

  Hits that could not be served happen. A tool that is told can say so; one that is not shows its
  user a wrong picture.

  @SYM-12
  Scenario Outline: Within all limits, <probe>
    Given <probe> A on the LEAF target that captures at both sides
    When the LEAF target is called 5 times
    Then hits are run or missed, and exits are accounted for
    And nothing counts as missed

    Examples:
      | probe                |
      | fprobe               |
      | multi-kprobe program |
      | session program      |

  @SYM-12
  Scenario: Within all limits, kretprobe and kprobe
    Given kretprobe A on the LEAF target that captures at exit
    And kprobe B on the LEAF target that captures at entry
    When the LEAF target is called 5 times
    Then hits are run or missed, and exits are accounted for
    And nothing counts as missed

  @SYM-12
  Scenario: Cancelled exits
    Given fprobe A on the LEAF target that cancels at entry and captures at exit
    And fprobe B on the LEAF target that captures at both sides
    When the LEAF target is called 3 times
    Then hits are run or missed, and exits are accounted for

  @SYM-12
  Scenario Outline: Deeper than the shadow stack, <probe>
    Given <probe> A on the RECURSIVE target that does nothing at both sides
    When the RECURSIVE target is called 3 levels deeper than the shadow stack
    Then hits are run or missed, and exits are accounted for

    Examples:
      | probe           |
      | fprobe          |
      | session program |

  @SYM-12
  Scenario: More probes on a function than the limit
    Given 2 more fprobes on the LEAF target than the limit allows that capture at both sides
    When the LEAF target is called 2 times
    Then hits are run or missed, and exits are accounted for

  @SYM-12
  Scenario Outline: A kretprobe whose pool of <pool> runs empty
    Given kretprobe A on the RECURSIVE target with a pool of <pool> that captures at exit
    When the RECURSIVE target is called with depth 4
    And the RECURSIVE target is called with depth 4
    Then hits are run or missed, and exits are accounted for

    Examples:
      | pool |
      | 1    |
      | 3    |

  @SYM-12
  Scenario: A kretprobe whose pool is just large enough
    Given kretprobe A on the RECURSIVE target with a pool of 5 that captures at exit
    When the RECURSIVE target is called with depth 4
    And the RECURSIVE target is called with depth 4
    Then hits are run or missed, and exits are accounted for
    And nothing counts as missed

  @SYM-12
  Scenario Outline: Hit in its own handler, <probe> at <side>
    Given <probe> A on the LEAF target that calls the LEAF target at <side>
    When the LEAF target is called 2 times
    Then hits are run or missed, and exits are accounted for

    Examples:
      | probe                | side       |
      | fprobe               | both sides |
      | fprobe               | entry      |
      | fprobe               | exit       |
      | multi-kprobe program | exit       |
      | session program      | both sides |
      | kprobe               | entry      |
      | kretprobe            | exit       |

  @SYM-12
  Scenario: Detached and disabled in flight
    Given fprobe A on the BLOCKING target that captures at both sides
    And fprobe B on the BLOCKING target that captures at both sides
    When task 1 calls the BLOCKING target
    And A is detached
    And B is disabled
    And task 1 goes on
    And B is enabled
    And the BLOCKING target is called
    And task 0 goes on
    Then hits are run or missed, and exits are accounted for

  @SYM-12
  Scenario: Functions that never return
    Given fprobe A on the NO_RETURN targets that captures at both sides
    And fprobe B on the CATCHER target that captures at both sides
    When the CATCHER target is called 3 times
    Then hits are run or missed, and exits are accounted for

  @SYM-12
  Scenario: A task that ends with activations pending
    Given fprobe A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And task 1 ends
    And the BLOCKING target is called
    And task 0 goes on
    Then hits are run or missed, and exits are accounted for
