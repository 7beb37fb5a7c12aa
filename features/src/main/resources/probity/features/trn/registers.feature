Feature: The function and its caller feel nothing

  A hook sits between two pieces of code that know nothing of it. Each finds the registers as if the
  other had touched them last.

  @TRN-01
  Scenario Outline: The body of the <role> target, <probe> at both sides
    Given <probe> A on the <role> target that captures at both sides
    When the <role> target is called
    Then the body starts with what the function was called with

    Examples:
      | probe                | role            |
      | fprobe               | LEAF            |
      | fprobe               | STACK_ARGUMENTS |
      | fprobe               | INDIRECT_RESULT |
      | fprobe               | SIMD            |
      | fprobe               | PAUTH           |
      | multi-kprobe program | LEAF            |
      | session program      | SIMD            |

  @TRN-01
  Scenario Outline: The body of the <role> target behind an entry-only <probe>
    Given <probe> A on the <role> target that captures at entry
    When the <role> target is called
    Then the body starts with what the function was called with

    Examples: no return hook is pending, so x30 must be that of the call
      | probe                | role  |
      | fprobe               | LEAF  |
      | fprobe               | PAUTH |
      | multi-kprobe program | LEAF  |
      | kprobe               | LEAF  |

  @TRN-01
  Scenario: The body behind a kretprobe
    Given kretprobe K on the LEAF target that captures at exit
    When the LEAF target is called
    Then the body starts with what the function was called with

  @TRN-01
  Scenario: The body behind a cancelled exit
    Given fprobe A on the LEAF target that cancels at entry and captures at exit
    When the LEAF target is called
    Then the body starts with what the function was called with

  @TRN-01
  Scenario: The body behind a handler that calls other functions
    Given fprobe A on the SIMD target that calls the CALLEE_SAVED target at entry
    When the SIMD target is called
    Then the body starts with what the function was called with

  @TRN-02
  Scenario Outline: The caller of the <role> target, <probe> at <side>
    Given <probe> A on the <role> target that captures at <side>
    When the <role> target is called
    Then the caller gets what AAPCS64 promises

    Examples:
      | probe                | side       | role            |
      | fprobe               | both sides | LEAF            |
      | fprobe               | both sides | WIDE_RESULT     |
      | fprobe               | both sides | INDIRECT_RESULT |
      | fprobe               | both sides | SIMD            |
      | fprobe               | both sides | CALLEE_SAVED    |
      | fprobe               | exit       | LEAF            |
      | multi-kprobe program | exit       | SIMD            |
      | session program      | both sides | WIDE_RESULT     |
      | kretprobe            | exit       | LEAF            |
      | kretprobe            | exit       | WIDE_RESULT     |
      | kretprobe            | exit       | SIMD            |
      | kretprobe            | exit       | INDIRECT_RESULT |
      | kprobe               | entry      | CALLEE_SAVED    |

  @TRN-02
  Scenario: A caller that keeps values in every callee-saved register
    Given fprobe A on every target that the CALLEE_SAVED targets call that captures at both sides
    When the CALLEE_SAVED target is called
    Then the caller gets what AAPCS64 promises

  @TRN-02
  Scenario: The caller behind a handler that calls other functions
    Given fprobe A on the SIMD target that calls the CALLEE_SAVED target at exit
    When the SIMD target is called
    Then the caller gets what AAPCS64 promises
