Feature: The context can be read

  perf, the stack walker and programs take the pointer that they are given for a whole pt_regs. How
  much of it was saved is the implementation's choice; that reading it leads somewhere is not.

  @PTR-01
  Scenario Outline: A <program> reads its context at <side>
    Given <program> A on the LEAF target that captures at <side>
    When the LEAF target is called
    Then A has read every field that the policy does not deny

    Examples:
      | program             | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |

  @PTR-01
  Scenario Outline: The context at <side> is there to the end of the program
    Given multi-kprobe program A on the innermost CHAIN target:
      | <side> | capture                   |
      | <side> | walk from the context     |
      | <side> | capture                   |
      | <side> | take a perf sample        |
      | <side> | capture                   |
    When the outermost CHAIN target is called
    Then A has read every field that the policy does not deny

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-01
  Scenario Outline: Field <field> is read on its own
    Given session program A on the LEAF target:
      | entry | read <field> |
      | exit  | read <field> |
    When the LEAF target is called
    Then A has read every field that the policy does not deny

    Examples: the first, the last, and the corners between
      | field  |
      | x0     |
      | x8     |
      | x9     |
      | x18    |
      | x28    |
      | x29    |
      | x30    |
      | sp     |
      | pc     |
      | pstate |
