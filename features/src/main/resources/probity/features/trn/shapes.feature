Feature: Every shape of function works hooked

  Compilers do more with a call than pass x0 and return. Each of these shapes has broken a hook
  somewhere.

  @TRN-05
  Scenario Outline: The <role> targets, <probe> at both sides
    Given <probe> A on the <role> targets that captures at both sides
    When the <role> targets are called
    Then every call ends and returns as it does unhooked

    Examples:
      | probe           | role            |
      | fprobe          | LEAF            |
      | fprobe          | WIDE_RESULT     |
      | fprobe          | INDIRECT_RESULT |
      | fprobe          | SIMD            |
      | fprobe          | STACK_ARGUMENTS |
      | fprobe          | PAUTH           |
      | fprobe          | CALLEE_SAVED    |
      | fprobe          | CHAIN           |
      | fprobe          | CALLER          |
      | session program | WIDE_RESULT     |
      | session program | PAUTH           |

  @TRN-05
  Scenario Outline: The <role> targets, hooked by a kretprobe
    Given kretprobe K on the <role> targets that captures at exit
    When the <role> targets are called
    Then every call ends and returns as it does unhooked

    Examples:
      | role            |
      | LEAF            |
      | WIDE_RESULT     |
      | INDIRECT_RESULT |
      | SIMD            |
      | STACK_ARGUMENTS |
      | PAUTH           |

  @TRN-05
  Scenario Outline: Recursion of the <role> targets, depth <depth>
    Given fprobe A on the <role> targets that captures at both sides
    When the <role> target is called with depth <depth>
    Then every call ends and returns as it does unhooked

    Examples:
      | role      | depth |
      | RECURSIVE | 0     |
      | RECURSIVE | 5     |
      | MUTUAL    | 4     |

  @TRN-05
  Scenario Outline: A tail call, hooked at the <where>
    Given fprobe A on <hooked> that captures at both sides
    When the caller of the TAIL_CALL target is called
    Then every call ends and returns as it does unhooked

    Examples:
      | where     | hooked                                  |
      | first     | the TAIL_CALL target                    |
      | second    | the TAIL_TARGET target                  |
      | both ends | the TAIL_CALL and the TAIL_TARGET target |

  @TRN-05
  Scenario: Functions that never return
    Given fprobe A on the NO_RETURN targets that captures at both sides
    And fprobe B on the CATCHER target that captures at both sides
    When the CATCHER target is called 2 times
    Then every call ends and returns as it does unhooked

  @TRN-06
  Scenario Outline: A recursion deeper than the shadow stack, <probe>
    Given <probe> A on the RECURSIVE target that does nothing at both sides
    When the RECURSIVE target is called 1 levels deeper than the shadow stack
    And the RECURSIVE target is called 9 levels deeper than the shadow stack
    Then every call returns right, and none loses its count

    Examples:
      | probe           |
      | fprobe          |
      | session program |

  @TRN-06
  Scenario: Calls after the shadow stack was full
    Given fprobe A on the RECURSIVE target that does nothing at both sides
    And fprobe B on the LEAF target that captures at both sides
    When the RECURSIVE target is called 5 levels deeper than the shadow stack
    And the LEAF target is called
    Then every call returns right, and none loses its count
    And every exit of B runs
