Feature: Several probes on one function

  Tools do not know of each other. Each is served as if it were alone.

  @SYM-08
  Scenario Outline: <first> and <second> on one function
    Given <first> A on the LEAF target that captures at both sides
    And <second> B on the LEAF target that captures at both sides
    When the LEAF target is called 2 times
    Then each probe runs exactly once per side and call

    Examples:
      | first                | second               |
      | fprobe               | fprobe               |
      | fprobe               | multi-kprobe program |
      | multi-kprobe program | multi-kprobe program |
      | session program      | session program      |
      | session program      | fprobe               |

  @SYM-08
  Scenario Outline: <first> at <side> beside <second> at <other> on one function
    Given <first> A on the LEAF target that captures at <side>
    And <second> B on the LEAF target that captures at <other>
    When the LEAF target is called 2 times
    Then each probe runs exactly once per side and call

    Examples:
      | first     | side  | second          | other      |
      | kprobe    | entry | fprobe          | both sides |
      | kretprobe | exit  | fprobe          | both sides |
      | kretprobe | exit  | session program | both sides |
      | kprobe    | entry | kprobe          | entry      |
      | kretprobe | exit  | kretprobe       | exit       |
      | kprobe    | entry | kretprobe       | exit       |

  @SYM-08
  Scenario: As many as the limit allows
    Given as many fprobes on the LEAF target as the limit allows that capture at both sides
    When the LEAF target is called
    Then each probe runs exactly once per side and call

  @SYM-08
  Scenario: Probes on functions that overlap
    Given fprobe A on the CHAIN targets that captures at both sides
    And fprobe B on the innermost CHAIN target that captures at both sides
    And fprobe C on the outer CHAIN targets that captures at both sides
    When the outermost CHAIN target is called
    Then each probe runs exactly once per side and call

  @SYM-08
  Scenario: Detaching one leaves the others
    Given fprobe A on the LEAF target that captures at both sides
    And fprobe B on the LEAF target that captures at both sides
    And fprobe C on the LEAF target that captures at both sides
    When the LEAF target is called
    And B is detached
    And the LEAF target is called
    Then each probe runs exactly once per side and call

  @SYM-08
  Scenario Outline: Detaching one of two leaves the other, <probe> at <side>
    Given <probe> A on the LEAF target that captures at <side>
    And <probe> B on the LEAF target that captures at <side>
    When the LEAF target is called
    And A is detached
    And the LEAF target is called
    Then each probe runs exactly once per side and call

    Examples:
      | probe                | side       |
      | multi-kprobe program | entry      |
      | session program      | both sides |
      | kprobe               | entry      |
      | kretprobe            | exit       |

  @SYM-08 @SHOULD
  Scenario: Exits come in the reverse order of entries
    Given fprobe A on the LEAF target that captures at both sides
    And fprobe B on the LEAF target that captures at both sides
    And fprobe C on the LEAF target that captures at both sides
    When the LEAF target is called
    Then exits come in the reverse order of entries
