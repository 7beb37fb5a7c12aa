Feature: Writes to the context

  A program that writes to its context must know what comes of it: nothing, because it was refused, or
  what the implementation says.

  @PTR-15
  Scenario Outline: A write to <field> at entry, <program>
    Given <program> A on the LEAF target that captures, writes 0x5151515151515151 to <field> and captures at entry
    When the LEAF target is called
    Then each write is refused, or has exactly the declared effect

    Examples:
      | program              | field  |
      | multi-kprobe program | x0     |
      | multi-kprobe program | x7     |
      | multi-kprobe program | x8     |
      | multi-kprobe program | x19    |
      | multi-kprobe program | x29    |
      | multi-kprobe program | x30    |
      | multi-kprobe program | sp     |
      | multi-kprobe program | pc     |
      | multi-kprobe program | pstate |
      | session program      | x0     |
      | session program      | x5     |
      | session program      | x28    |

  @PTR-15
  Scenario Outline: A write to <field> at exit, <program>
    Given <program> A on the LEAF target that captures, writes 0x6262626262626262 to <field> and captures at exit
    When the LEAF target is called
    Then each write is refused, or has exactly the declared effect

    Examples:
      | program              | field  |
      | multi-kprobe program | x0     |
      | multi-kprobe program | x1     |
      | multi-kprobe program | x7     |
      | multi-kprobe program | x19    |
      | multi-kprobe program | x29    |
      | multi-kprobe program | sp     |
      | multi-kprobe program | pc     |
      | session program      | x0     |
      | session program      | x28    |
