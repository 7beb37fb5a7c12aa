Feature: Trampolines and the stack

  The caller's frame starts where the trampoline's ends. Interrupts, and the hardware, take sp at its
  word at every instruction.

  @TRN-03
  Scenario Outline: Writes below the stack pointer only, <probe> at <side> of the <role> target
    Given <probe> A on the <role> target that captures at <side>
    When the <role> target is called
    Then trampolines write only below the stack pointer they were reached with

    Examples:
      | probe                | side       | role            |
      | fprobe               | entry      | LEAF            |
      | fprobe               | exit       | LEAF            |
      | fprobe               | both sides | STACK_ARGUMENTS |
      | session program      | both sides | LEAF            |
      | kretprobe            | exit       | LEAF            |

  @TRN-03
  Scenario: Nested hooks write below the stack pointer only
    Given fprobe A on the CHAIN targets that captures at both sides
    When the outermost CHAIN target is called
    Then trampolines write only below the stack pointer they were reached with

  @TRN-04
  Scenario Outline: sp is aligned in trampolines, <probe> at <side> of the <role> target
    Given <probe> A on the <role> target that captures at <side>
    When the <role> target is called
    Then sp is 16-byte aligned at every access and call

    Examples:
      | probe                | side       | role            |
      | fprobe               | entry      | LEAF            |
      | fprobe               | exit       | LEAF            |
      | fprobe               | both sides | STACK_ARGUMENTS |
      | session program      | both sides | LEAF            |
      | kretprobe            | exit       | LEAF            |
