Feature: The context can be read

  perf, the stack walker and programs take the pointer that they are given for a whole pt_regs. How
  much of it was saved is the implementation's choice; that reading it leads somewhere is not.

  @PTR-01
  Scenario Outline: The context is read, <program> at <side>
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
  Scenario Outline: Field <field> at <side> is read on its own
    Given the policy lets a program read <field> at <side>
    And multi-kprobe program A on the LEAF target that reads <field> at <side>
    When the LEAF target is called
    Then A has read every field that the policy does not deny

    Examples: the first, the last, and the corners between
      | field  | side  |
      | x0     | entry |
      | x8     | entry |
      | x9     | entry |
      | x18    | entry |
      | x28    | entry |
      | x29    | entry |
      | x30    | entry |
      | sp     | entry |
      | pc     | entry |
      | pstate | entry |
      | x0     | exit  |
      | x8     | exit  |
      | x28    | exit  |
      | x29    | exit  |
      | sp     | exit  |
      | pc     | exit  |
      | pstate | exit  |
