Feature: What a handler changes

  Live patching and fault injection change arguments and results. Everybody else wants to look and
  change nothing.

  @SYM-11
  Scenario Outline: An fprobe writes <field> at entry
    Given fprobe A on the LEAF target that writes 0x5151515151515151 to <field> at entry
    When the LEAF target is called
    Then each write has its declared effect

    Examples:
      | field |
      | x0    |
      | x1    |
      | x7    |
      | x8    |

  @SYM-11
  Scenario Outline: An fprobe writes <field> at exit
    Given fprobe A on the LEAF target that writes 0x6262626262626262 to <field> at exit
    When the LEAF target is called
    Then each write has its declared effect

    Examples:
      | field |
      | x0    |
      | x1    |
      | x7    |

  @SYM-11
  Scenario Outline: A <probe> writes <field> at <side>
    Given <probe> A on the LEAF target that writes 0x5151515151515151 to <field> at <side>
    When the LEAF target is called
    Then each write has its declared effect

    Examples: at the breakpoint, and where kretprobe returns through
      | probe     | field | side  |
      | kprobe    | x0    | entry |
      | kprobe    | x7    | entry |
      | kretprobe | x0    | exit  |
      | kretprobe | x7    | exit  |

  @SYM-11
  Scenario: The second result of a wide result
    Given fprobe A on the WIDE_RESULT target that writes 0x6262626262626262 to x1 at exit
    When the WIDE_RESULT target is called
    Then each write has its declared effect

  @SYM-11
  Scenario: What the first probe wrote, the second reads
    Given fprobe A on the LEAF target that writes 0x7373737373737373 to x0 at both sides
    And fprobe B on the LEAF target that captures at both sides
    When the LEAF target is called
    Then each write has its declared effect

  @SYM-11
  Scenario Outline: Writing nothing changes nothing, <probe> on the <role> target
    Given <probe> A on the <role> target that captures at both sides
    When the <role> target is called
    Then the function and its caller see nothing changed

    Examples:
      | probe           | role            |
      | fprobe          | LEAF            |
      | fprobe          | CALLEE_SAVED    |
      | fprobe          | WIDE_RESULT     |
      | session program | INDIRECT_RESULT |
