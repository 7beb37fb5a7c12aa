Feature: kretprobe, as long as it is there

  Users of kretprobe read its pt_regs. They get what they always got, whatever trampoline serves them.

  @RET-02
  Scenario Outline: The full pt_regs at the return of the <role> target
    Given an implementation before stage 3
    And kretprobe K on the <role> target that captures at exit
    When the <role> target is called
    Then K gets a full pt_regs with the truth at exit
    And the function returns right

    Examples:
      | role            |
      | LEAF            |
      | WIDE_RESULT     |
      | CALLEE_SAVED    |
      | INDIRECT_RESULT |
      | SIMD            |
      | PAUTH           |
      | STACK_ARGUMENTS |

  @RET-02
  Scenario: Every level of a recursion
    Given an implementation before stage 3
    And kretprobe K on the RECURSIVE target that captures at exit
    When the RECURSIVE target is called with depth 3
    Then K gets a full pt_regs with the truth at exit
    And the function returns right

  @RET-02
  Scenario: Both ends of a tail call
    Given an implementation before stage 3
    And kretprobe K on the TAIL_CALL target that captures at exit
    And kretprobe L on the TAIL_TARGET target that captures at exit
    When the caller of the TAIL_CALL target is called
    Then K gets a full pt_regs with the truth at exit
    And L gets a full pt_regs with the truth at exit
    And the function returns right

  @RET-09
  Scenario Outline: kprobe and kretprobe on the <role> target
    Given an implementation before stage 3
    And kprobe P on the <role> target that captures at entry
    And kretprobe K on the <role> target that captures at exit
    When the <role> target is called
    Then P and K get the same kind of register set

    Examples:
      | role         |
      | LEAF         |
      | CALLEE_SAVED |
