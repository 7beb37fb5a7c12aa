Feature: A context does not change while its program runs

  A context that is kept once per CPU is overwritten by whatever is hit next on that CPU. A program
  that looks twice has to see the same.

  @PTR-14
  Scenario Outline: A hit of another program, nested in the handler at <side>, <program>
    Given <program> A on the LEAF target:
      | <side> | capture               |
      | <side> | call the PLAIN target |
      | <side> | capture               |
    And <program> B on the PLAIN target that captures at <side>
    When the LEAF target is called
    Then the context of each program stays the same

    Examples:
      | program              | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |

  @PTR-14
  Scenario Outline: Its own nested hit, in the handler at <side>
    Given session program A on the LEAF target:
      | <side> | capture              |
      | <side> | call the LEAF target |
      | <side> | capture              |
    When the LEAF target is called
    Then the context of each program stays the same

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-14
  Scenario Outline: Hits nested four deep, at <side>
    Given session program A on the LEAF target:
      | <side> | capture               |
      | <side> | call the PLAIN target |
      | <side> | capture               |
    And session program B on the PLAIN target that captures at <side> and calls the SIMD target at <side>
    And session program C on the SIMD target that captures at <side> and calls the WIDE_RESULT target at <side>
    And session program D on the WIDE_RESULT target that captures at <side>
    When the LEAF target is called
    Then the context of each program stays the same

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-14
  Scenario: A nested hit of an fprobe
    Given session program A on the LEAF target:
      | entry | capture               |
      | entry | call the PLAIN target |
      | entry | capture               |
      | exit  | capture               |
      | exit  | call the PLAIN target |
      | exit  | capture               |
    And fprobe F on the PLAIN target that captures at both sides
    When the LEAF target is called
    Then the context of each program stays the same

  @PTR-14
  Scenario Outline: The same program on another CPU, <program> at <side>
    Given <program> A on the LEAF target:
      | <side> | capture |
      | <side> | park    |
      | <side> | capture |
    When task 0 calls the LEAF target on CPU 0
    And task 1 calls the LEAF target on CPU 1
    And task 0 goes on
    And task 1 goes on
    Then the context of each program stays the same

    Examples:
      | program              | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |

  @PTR-14
  Scenario: Other programs on another CPU
    Given session program A on the LEAF target:
      | entry | capture |
      | entry | park    |
      | entry | capture |
      | exit  | capture |
      | exit  | park    |
      | exit  | capture |
    And session program B on the PLAIN target that captures at both sides
    When task 0 calls the LEAF target on CPU 0
    And task 1 calls the PLAIN target on CPU 1
    And task 0 goes on
    And task 1 calls the PLAIN target on CPU 1
    And task 0 goes on
    Then the context of each program stays the same
