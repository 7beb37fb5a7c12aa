Feature: Handlers that fault, tasks that wander or end

  Not every call comes back the way it went. What is left behind by one may not become the trouble
  of another.

  @TRN-10
  Scenario Outline: A fault at <side>, <probe>
    Given <probe> A on the LEAF target that captures and faults at <side>
    When the LEAF target is called 2 times
    Then the fault stays in the handler

    Examples:
      | probe                | side  |
      | fprobe               | entry |
      | fprobe               | exit  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | exit  |
      | kprobe               | entry |
      | kretprobe            | exit  |

  @TRN-10
  Scenario: A fault beside another probe on the function
    Given fprobe A on the LEAF target that faults at both sides
    And fprobe B on the LEAF target that captures at both sides
    When the LEAF target is called 2 times
    Then the fault stays in the handler
    And every exit of B runs

  @TRN-10
  Scenario: A fault deep inside hooked callers
    Given fprobe A on the outer CHAIN targets that captures at both sides
    And fprobe B on the innermost CHAIN target that faults at both sides
    When the outermost CHAIN target is called
    And the LEAF target is called
    Then the fault stays in the handler
    And every exit of A runs

  @TRN-10
  Scenario: A fault while another task is blocked
    Given fprobe A on the BLOCKING targets that captures at both sides
    And fprobe B on the LEAF target that faults at both sides
    When task 1 calls the BLOCKING target
    And task 0 calls the LEAF target
    And task 1 goes on
    Then the fault stays in the handler
    And every exit of A runs

  @TRN-11
  Scenario Outline: A task that moves to another CPU, <probe>
    Given <probe> A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target on CPU 0
    And task 1 moves to CPU 1
    And task 0 calls the LEAF target on CPU 0
    And task 1 goes on
    Then every task gets its own events, and every call returns right

    Examples:
      | probe           |
      | fprobe          |
      | session program |
      | kretprobe       |

  @TRN-11
  Scenario: Two tasks that change places
    Given fprobe A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target on CPU 0
    And task 2 calls the BLOCKING target on CPU 1
    And task 1 moves to CPU 1
    And task 2 moves to CPU 0
    And task 1 goes on
    And task 2 goes on
    Then every task gets its own events, and every call returns right

  @TRN-11
  Scenario Outline: Tasks that end with hooks pending, again and again, <probe>
    Given <probe> A on the BLOCKING targets that captures at both sides
    When 64 tasks call the BLOCKING target and end
    And the BLOCKING target is called
    And task 0 goes on
    Then every task gets its own events, and every call returns right
    And nothing counts as missed

    Examples:
      | probe           |
      | fprobe          |
      | session program |
      | kretprobe       |

  @TRN-11
  Scenario: Tasks that end with entry data pending, again and again
    Given fprobe A on the BLOCKING target with 64 bytes of data:
      | entry | store x0 at the first data word |
      | exit  | load the data                   |
    When 64 tasks call the BLOCKING target and end
    And the BLOCKING target is called
    And task 0 goes on
    Then every task gets its own events, and every call returns right
    And the exit finds the data that the entry of the same activation left

  @TRN-11
  Scenario: A task that ends beside a blocked one
    Given fprobe A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And task 2 calls the BLOCKING target
    And task 1 ends
    And task 2 goes on
    Then every task gets its own events, and every call returns right

  @TRN-11
  Scenario Outline: Functions that never return, again and again, <probe>
    Given <probe> A on the NO_RETURN targets that captures at both sides
    And <probe> B on the CATCHER target that captures at both sides
    When the CATCHER target is called 40 times
    Then every task gets its own events, and every call returns right
    And nothing counts as missed

    Examples:
      | probe     |
      | fprobe    |
      | kretprobe |

  @TRN-11
  Scenario: Functions that never return, again and again, with entry data
    Given fprobe A on the NO_RETURN targets with 64 bytes of data:
      | entry | store x0 at the first data word |
      | exit  | load the data                   |
    When the CATCHER target is called 40 times
    Then every task gets its own events, and every call returns right
