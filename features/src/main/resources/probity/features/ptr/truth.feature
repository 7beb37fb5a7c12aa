Feature: Registers in the context are the truth

  Truth is the same call, unhooked. The judge fills every register that a call leaves free with a value
  of its own, so one that is swapped, stale or clobbered shows itself.

  @PTR-09
  Scenario Outline: A <program> at the entry of the <role> target
    Given <program> A on the <role> target that captures at entry
    When the <role> target is called
    Then A's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |

    Examples:
      | program              | role            |
      | multi-kprobe program | LEAF            |
      | multi-kprobe program | STACK_ARGUMENTS |
      | multi-kprobe program | INDIRECT_RESULT |
      | multi-kprobe program | PAUTH           |
      | multi-kprobe program | CALLEE_SAVED    |
      | session program      | LEAF            |
      | session program      | WIDE_RESULT     |

  @PTR-09
  Scenario: Entries of a call chain
    Given multi-kprobe program A on the CHAIN targets that captures at entry
    When the outermost CHAIN target is called
    Then A's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |

  @PTR-09
  Scenario: Entries of a recursion
    Given session program A on the RECURSIVE target that captures at entry
    When the RECURSIVE target is called with depth 3
    Then A's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |

  @PTR-09
  Scenario: Entries one after the other
    Given multi-kprobe program A on the LEAF target that captures at entry
    When the LEAF target is called 3 times
    Then A's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |

  @PTR-09
  Scenario: Entries of two programs on one function
    Given multi-kprobe program A on the LEAF target that captures at entry
    And session program B on the LEAF target that captures at entry
    When the LEAF target is called
    Then A's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |
    And B's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |

  @PTR-09
  Scenario: Entries on another CPU
    Given multi-kprobe program A on the LEAF target that captures at entry
    When task 0 calls the LEAF target on CPU 0
    And task 1 calls the LEAF target on CPU 1
    Then A's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |

  @PTR-09
  Scenario Outline: Arguments that are all <value>
    Given multi-kprobe program A on the LEAF target that captures at entry
    When the LEAF target is called with every argument <value>
    Then A's registers at entry are
      | x0–x8   | as at the call     |
      | x29, sp | as at the call     |
      | x30     | the return address |
      | pc      | the resume address |

    Examples:
      | value              |
      | 0x0                |
      | 0xffffffffffffffff |
      | 0x8000000000000000 |

  @PTR-10
  Scenario Outline: A <program> at the exit of the <role> target
    Given <program> A on the <role> target that captures at exit
    When the <role> target is called
    Then A's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |

    Examples:
      | program              | role            |
      | multi-kprobe program | LEAF            |
      | multi-kprobe program | STACK_ARGUMENTS |
      | multi-kprobe program | WIDE_RESULT     |
      | multi-kprobe program | PAUTH           |
      | multi-kprobe program | CALLEE_SAVED    |
      | session program      | LEAF            |
      | session program      | INDIRECT_RESULT |

  @PTR-10
  Scenario: Exits of a recursion
    Given session program A on the RECURSIVE target that captures at exit
    When the RECURSIVE target is called with depth 3
    Then A's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |

  @PTR-10
  Scenario: Exits one after the other
    Given multi-kprobe program A on the LEAF target that captures at exit
    When the LEAF target is called 3 times
    Then A's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |

  @PTR-10
  Scenario: Exits of two programs on one function
    Given multi-kprobe program A on the WIDE_RESULT target that captures at exit
    And session program B on the WIDE_RESULT target that captures at exit
    When the WIDE_RESULT target is called
    Then A's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |
    And B's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |

  @PTR-10
  Scenario: Exits of a task that moves to another CPU
    Given session program A on the BLOCKING targets that captures at exit
    When task 1 calls the BLOCKING target on CPU 0
    And task 1 moves to CPU 1
    And task 1 goes on
    Then A's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |

  @PTR-10
  Scenario: Exits of a tail call
    Given session program A on the TAIL_CALL target that captures at exit
    And session program B on the TAIL_TARGET target that captures at exit
    When the caller of the TAIL_CALL target is called
    Then A's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |
    And B's registers at exit are
      | x0–x7   | as at the return   |
      | x29, sp | as at the return   |
      | pc      | the return address |

  @PTR-11
  Scenario Outline: What is declared holds, <probe> at <side>
    Given <probe> A on the CALLEE_SAVED target that captures at <side>
    When the CALLEE_SAVED target is called
    Then each field is what it is declared to be

    Examples:
      | probe                | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |
      | fprobe               | entry |
      | fprobe               | exit  |

  @PTR-11
  Scenario: Sampled registers are what they are declared to be
    Given session program A on the LEAF target that takes a perf sample of all registers at both sides
    When the LEAF target is called
    Then each field is what it is declared to be

  @PTR-16
  Scenario Outline: The full set, <probe> at <side> of the <role> target
    Given <probe> A on the <role> target that captures at <side>
    When the <role> target is called
    Then a set of A that is declared full is complete and true

    Examples:
      | probe                | side       | role         |
      | kprobe               | entry      | LEAF         |
      | kprobe               | entry      | PAUTH        |
      | kretprobe            | exit       | LEAF         |
      | kretprobe            | exit       | CALLEE_SAVED |
      | kretprobe            | both sides | LEAF         |
      | kretprobe            | both sides | PAUTH        |
      | fprobe               | entry      | LEAF         |
      | fprobe               | entry      | CALLEE_SAVED |
      | fprobe               | exit       | LEAF         |
      | multi-kprobe program | entry      | LEAF         |
      | multi-kprobe program | exit       | LEAF         |
      | session program      | entry      | CALLEE_SAVED |
      | session program      | exit       | CALLEE_SAVED |
