Feature: Probes come and go

  Functions sleep, for days if need be, with a return hook on their stack. Tools come and go meanwhile.

  @TRN-07
  Scenario Outline: Detached while a call is blocked, <probe>
    Given <probe> A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And A is detached
    And task 1 goes on
    And the BLOCKING target is called
    And task 0 goes on
    Then no handler of a detached probe runs, and every call returns right

    Examples:
      | probe                |
      | fprobe               |
      | multi-kprobe program |
      | session program      |

  @TRN-07
  Scenario: A kretprobe detached while its function is blocked
    Given kretprobe A on the BLOCKING targets that captures at exit
    When task 1 calls the BLOCKING target
    And A is detached
    And task 1 goes on
    Then no handler of a detached probe runs, and every call returns right

  @TRN-07
  Scenario: One of two probes detached while their function is blocked
    Given fprobe A on the BLOCKING targets that captures at both sides
    And fprobe B on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And A is detached
    And task 1 goes on
    Then no handler of a detached probe runs, and every call returns right
    And every exit of B runs

  @TRN-07
  Scenario: Detached, and another one attached, while the function is blocked
    Given fprobe A on the BLOCKING targets that captures at both sides
    And fprobe B, not attached yet, on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And A is detached
    And B is attached
    And task 1 goes on
    And the BLOCKING target is called
    And task 0 goes on
    Then no handler of a detached probe runs, and every call returns right

  @TRN-08
  Scenario Outline: Attaching and detaching, <probe> on the <role> target
    Given <probe> A on the <role> target that captures at <side>
    When the <role> target is called
    And A is detached
    And the <role> target is called
    Then the bytes of every target are those of before

    Examples:
      | probe                | side       | role  |
      | fprobe               | both sides | LEAF  |
      | fprobe               | entry      | PAUTH |
      | multi-kprobe program | entry      | CHAIN |
      | session program      | both sides | LEAF  |
      | kprobe               | entry      | LEAF  |
      | kprobe               | entry      | PAUTH |
      | kretprobe            | exit       | LEAF  |
      | kretprobe            | exit       | PAUTH |

  @TRN-08
  Scenario Outline: Two probes, detached <order>
    Given fprobe A on the LEAF target that captures at both sides
    And fprobe B on the LEAF target that captures at entry
    When the LEAF target is called
    And <first> is detached
    And the LEAF target is called
    And <second> is detached
    Then the bytes of every target are those of before

    Examples:
      | order                | first | second |
      | last one first       | B     | A      |
      | in order of attaching | A     | B      |

  @TRN-08
  Scenario: A breakpoint and a patch site on one function
    Given kprobe A on the LEAF target that captures at entry
    And fprobe B on the LEAF target that captures at both sides
    When the LEAF target is called
    And A is detached
    And B is detached
    Then the bytes of every target are those of before

  @TRN-08
  Scenario: Attached and detached ten times
    Given fprobe A on the LEAF target that captures at both sides
    When A is detached and attached 10 times
    And A is detached
    Then the bytes of every target are those of before

  @TRN-08
  Scenario: Detached while its function is blocked
    Given fprobe A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And A is detached
    And task 1 goes on
    Then the bytes of every target are those of before

  @TRN-08
  Scenario: A hundred functions at once
    Given fprobe A on 100 PLAIN targets that captures at both sides
    When A is detached
    Then the bytes of every target are those of before

  @TRN-09
  Scenario Outline: Disabled and enabled between calls, <probe> at <side>
    Given <probe> A on the LEAF target that captures at <side>
    When the LEAF target is called
    And A is disabled
    And the LEAF target is called 2 times
    And A is enabled
    And the LEAF target is called
    Then a disabled probe gets no events, and loses no count

    Examples:
      | probe                | side       |
      | fprobe               | both sides |
      | fprobe               | exit       |
      | multi-kprobe program | both sides |
      | session program      | both sides |
      | kprobe               | entry      |
      | kretprobe            | exit       |

  @TRN-09
  Scenario Outline: Disabled while its function is blocked, <probe> at <side>
    Given <probe> A on the BLOCKING targets that captures at <side>
    And fprobe B on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And A is disabled
    And task 1 goes on
    Then a disabled probe gets no events, and loses no count
    And every exit of B runs

    Examples:
      | probe           | side       |
      | fprobe          | both sides |
      | session program | both sides |
      | kretprobe       | exit       |

  @TRN-09
  Scenario Outline: Enabled while a function is blocked that was entered before, <probe> at <side>
    Given <probe> A on the BLOCKING targets that captures at <side>
    When A is disabled
    And task 1 calls the BLOCKING target
    And A is enabled
    And task 1 goes on
    Then a disabled probe gets no events, and loses no count

    Examples:
      | probe     | side       |
      | fprobe    | both sides |
      | fprobe    | exit       |
      | kretprobe | exit       |
