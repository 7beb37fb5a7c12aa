Feature: A hit inside its own handler

  A handler calls functions, and any of them may be the one that it hooks. It must not hang the
  machine, and must not be forgotten.

  @SYM-13
  Scenario Outline: A handler calls the function that it hooks, <probe> at <side>
    Given <probe> A on the LEAF target that calls the LEAF target at <side>
    When the LEAF target is called
    Then nested hits end, are counted, and run no exit without their entry

    Examples:
      | probe                | side       |
      | fprobe               | entry      |
      | fprobe               | exit       |
      | fprobe               | both sides |
      | multi-kprobe program | entry      |
      | multi-kprobe program | exit       |
      | session program      | both sides |
      | kprobe               | entry      |
      | kretprobe            | exit       |

  @SYM-13
  Scenario: Two probes whose handlers call each other's function
    Given fprobe A on the LEAF target that calls the PLAIN target at both sides
    And fprobe B on the PLAIN target that calls the LEAF target at both sides
    When the LEAF target is called
    Then nested hits end, are counted, and run no exit without their entry

  @SYM-13
  Scenario: Two kretprobes whose handlers call each other's function
    Given kretprobe A on the LEAF target that calls the PLAIN target at exit
    And kretprobe B on the PLAIN target that calls the LEAF target at exit
    When the LEAF target is called
    Then nested hits end, are counted, and run no exit without their entry

  @SYM-13
  Scenario: An entry handler only, with another probe's exit on the same function
    Given fprobe A on the LEAF target that calls the LEAF target at entry
    And fprobe B on the LEAF target that captures at both sides
    When the LEAF target is called
    Then nested hits end, are counted, and run no exit without their entry

  @SYM-13
  Scenario: The guard is open again after each hit
    Given fprobe A on the LEAF target that calls the LEAF target at both sides
    And fprobe B on the PLAIN target that captures at both sides
    When the LEAF target is called 3 times
    And the PLAIN target is called
    Then nested hits end, are counted, and run no exit without their entry
    And every exit of B runs
