Feature: Entry and exit handlers get the same

  A handler should not care at which end of a function it stands. What it can ask at entry, it can
  ask at exit, in the same words.

  @SYM-01
  Scenario Outline: The five things at both sides of the <role> target
    Given fprobe A on the <role> target with 16 bytes of data that captures at both sides
    When the <role> target is called
    Then both handlers of A get the same five things
    And both get their registers in the same structure

    Examples:
      | role         |
      | LEAF         |
      | CALLEE_SAVED |
      | PAUTH        |

  @SYM-01
  Scenario: The five things without entry data
    Given fprobe A on the CHAIN targets that captures at both sides
    When the outermost CHAIN target is called
    Then both handlers of A get the same five things
    And both get their registers in the same structure

  @SYM-02
  Scenario Outline: The entry ip of the <role> target
    Given fprobe A on the <role> target that captures at both sides
    When the <role> target is called
    Then the entry ip is the address of the site's bl, at both sides

    Examples: with and without a landing pad before the site
      | role  |
      | LEAF  |
      | PAUTH |

  @SYM-02
  Scenario: The entry ip at each level of a chain and of a recursion
    Given fprobe A on the CHAIN targets that captures at both sides
    And fprobe B on the RECURSIVE target that captures at both sides
    When the outermost CHAIN target is called
    And the RECURSIVE target is called with depth 2
    Then the entry ip is the address of the site's bl, at both sides

  @SYM-02
  Scenario: The entry ip on both sides of a tail call
    Given fprobe A on the TAIL_CALL target that captures at both sides
    And fprobe B on the TAIL_TARGET target that captures at both sides
    When the caller of the TAIL_CALL target is called
    Then the entry ip is the address of the site's bl, at both sides

  @SYM-03
  Scenario Outline: The return ip of <what>
    Given fprobe A on <hooked> that captures at both sides
    When <called>
    Then the return ip is the true address in the caller, at both sides

    Examples:
      | what            | hooked               | called                                       |
      | a leaf          | the LEAF target      | the LEAF target is called                    |
      | a call chain    | the CHAIN targets    | the outermost CHAIN target is called         |
      | a recursion     | the RECURSIVE target | the RECURSIVE target is called with depth 3  |
      | a signed return | the PAUTH targets    | the PAUTH target is called                   |

  @SYM-03
  Scenario: The return ip on both sides of a tail call
    Given fprobe A on the TAIL_CALL target that captures at both sides
    And fprobe B on the TAIL_TARGET target that captures at both sides
    When the caller of the TAIL_CALL target is called
    Then the return ip is the true address in the caller, at both sides

  @SYM-03
  Scenario: The return ip of a task that moves to another CPU
    Given fprobe A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target on CPU 0
    And task 1 moves to CPU 1
    And task 1 goes on
    Then the return ip is the true address in the caller, at both sides

  @SYM-03
  Scenario Outline: The return ip with a <other> on the same function
    Given <first> on the LEAF target that captures at exit
    And <second> on the LEAF target that captures at exit
    When the LEAF target is called
    Then the return ip is the true address in the caller, at both sides

    Examples:
      | other                    | first       | second                 |
      | kretprobe attached first | kretprobe K | fprobe A               |
      | kretprobe attached last  | fprobe A    | kretprobe K            |
      | second fprobe            | fprobe A    | fprobe B               |
      | program                  | fprobe A    | multi-kprobe program B |

  @SYM-04
  Scenario Outline: sp, fp and ip at both sides of <what>
    Given fprobe A on <hooked> that captures at both sides
    When <called>
    Then sp, fp and ip of the set are valid at both sides

    Examples:
      | what         | hooked                  | called                                      |
      | a leaf       | the LEAF target         | the LEAF target is called                   |
      | a big frame  | the CALLEE_SAVED target | the CALLEE_SAVED target is called           |
      | a call chain | the CHAIN targets       | the outermost CHAIN target is called        |
      | a recursion  | the RECURSIVE target    | the RECURSIVE target is called with depth 2 |

  @SYM-04
  Scenario: sp, fp and ip at both sides of a leaf, to a session
    Given session program A on the LEAF target that captures at both sides
    When the LEAF target is called
    Then sp, fp and ip of the set are valid at both sides

  @SYM-10
  Scenario Outline: sp and x29 are equal at both sides of <what>
    Given fprobe A on <hooked> that captures at both sides
    When <called>
    Then sp and x29 at exit equal those at entry

    Examples:
      | what            | hooked                     | called                                      |
      | a leaf          | the LEAF target            | the LEAF target is called                   |
      | stack arguments | the STACK_ARGUMENTS target | the STACK_ARGUMENTS target is called        |
      | a big frame     | the CALLEE_SAVED target    | the CALLEE_SAVED target is called           |
      | a recursion     | the RECURSIVE target       | the RECURSIVE target is called with depth 2 |

  @SYM-10
  Scenario: sp and x29 are equal at both sides of a leaf, to a session
    Given session program A on the LEAF target that captures at both sides
    When the LEAF target is called
    Then sp and x29 at exit equal those at entry

  @SYM-10
  Scenario: sp and x29 are equal at both sides of a tail call
    Given fprobe A on the TAIL_CALL target that captures at both sides
    And fprobe B on the TAIL_TARGET target that captures at both sides
    When the caller of the TAIL_CALL target is called
    Then sp and x29 at exit equal those at entry
