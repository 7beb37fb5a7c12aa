Feature: The fprobe exit takes over

  The reason to remove kretprobe is that the exit of an fprobe gives the same. So it has to, on its own
  trampoline, while both are there.

  @RET-03
  Scenario Outline: The exit of an fprobe on the <role> target
    Given an implementation from stage 1 on
    And fprobe F on the <role> target that captures at both sides
    When the <role> target is called
    Then F gets its exit with the truth in ftrace_regs
    And the kretprobe trampoline does not run

    Examples:
      | role         |
      | LEAF         |
      | WIDE_RESULT  |
      | CALLEE_SAVED |

  @RET-03
  Scenario: The exits of programs
    Given an implementation from stage 1 on
    And multi-kprobe program A on the LEAF target that captures at exit
    And session program B on the LEAF target that captures at both sides
    When the LEAF target is called
    Then the kretprobe trampoline does not run

  @RET-04
  Scenario Outline: Both on one function, <order>
    Given an implementation at stage 1 or 2
    And <first> on the LEAF target that captures at exit
    And <second> on the LEAF target that captures at exit
    When the LEAF target is called 2 times
    Then each probe runs exactly once per side and call
    And each sees the true return address

    Examples:
      | order           | first       | second      |
      | kretprobe first | kretprobe K | fprobe F    |
      | kretprobe last  | fprobe F    | kretprobe K |

  @RET-04
  Scenario Outline: Both on every function of a chain, <order>
    Given an implementation at stage 1 or 2
    And <first> on the CHAIN targets that captures at exit
    And <second> on the CHAIN targets that captures at exit
    And multi-kprobe program A on the innermost CHAIN target that walks from the context at both sides
    When the outermost CHAIN target is called
    Then each probe runs exactly once per side and call
    And each sees the true return address
    And walks resolve both trampolines

    Examples:
      | order           | first       | second      |
      | kretprobe first | kretprobe K | fprobe F    |
      | kretprobe last  | fprobe F    | kretprobe K |

  @RET-04
  Scenario: Both on a recursion
    Given an implementation at stage 1 or 2
    And fprobe F on the RECURSIVE target that captures at both sides
    And kretprobe K on the RECURSIVE target that captures at exit
    When the RECURSIVE target is called with depth 3
    Then each probe runs exactly once per side and call
    And each sees the true return address

  @RET-04
  Scenario: Both at both ends of a tail call
    Given an implementation at stage 1 or 2
    And fprobe F on the TAIL_CALL and the TAIL_TARGET target that captures at exit
    And kretprobe K on the TAIL_CALL and the TAIL_TARGET target that captures at exit
    And multi-kprobe program A on the TAIL_TARGET target that walks from the context at both sides
    When the caller of the TAIL_CALL target is called
    Then each probe runs exactly once per side and call
    And each sees the true return address
    And walks resolve both trampolines

  @RET-05
  Scenario Outline: The same from both, <what>
    Given an implementation from stage 1 on
    And a kretprobe on <hooked> with 16 bytes of data:
      | entry | store 0x1122334455667788 at the first data word |
      | exit  | capture                                         |
      | exit  | load the data                                   |
    When <called>
    And the same is done with an fprobe in its place
    Then both give the same result, return address, entry data and missed count

    Examples:
      | what            | hooked                 | called                                       |
      | a leaf          | the LEAF target        | the LEAF target is called                    |
      | a wide result   | the WIDE_RESULT target | the WIDE_RESULT target is called             |
      | a call chain    | the CHAIN targets      | the outermost CHAIN target is called         |
      | a recursion     | the RECURSIVE target   | the RECURSIVE target is called with depth 3  |
      | several calls   | the LEAF target        | the LEAF target is called 3 times            |

  @RET-05
  Scenario: The same from both on a tail call
    Given an implementation from stage 1 on
    And a kretprobe on the TAIL_TARGET target with 16 bytes of data:
      | entry | store 0x1122334455667788 at the first data word |
      | exit  | capture                                         |
      | exit  | load the data                                   |
    When the caller of the TAIL_CALL target is called
    And the same is done with an fprobe in its place
    Then both give the same result, return address, entry data and missed count

  @RET-05
  Scenario: The same from both when hit in the own handler
    Given an implementation from stage 1 on
    And a kretprobe on the LEAF target with 8 bytes of data:
      | entry | call the LEAF target |
      | exit  | capture              |
      | exit  | load the data        |
    When the LEAF target is called 2 times
    And the same is done with an fprobe in its place
    Then both give the same result, return address, entry data and missed count

  @RET-05
  Scenario Outline: The same from both on one function, <order>
    Given an implementation at stage 1 or 2
    And <first> on the RECURSIVE target that captures at exit
    And <second> on the RECURSIVE target that captures at exit
    When the RECURSIVE target is called with depth 2
    Then both tell the same of each return

    Examples:
      | order           | first       | second      |
      | kretprobe first | kretprobe K | fprobe F    |
      | kretprobe last  | fprobe F    | kretprobe K |
