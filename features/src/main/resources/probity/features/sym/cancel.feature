Feature: An entry handler cancels its exit

  Tracing wants to skip the exit of calls that are of no interest. Which calls those are, each probe
  decides for itself, call by call.

  @SYM-06
  Scenario Outline: One <probe> that cancels
    Given <probe> A on the LEAF target:
      | entry | capture         |
      | entry | cancel the exit |
      | exit  | capture         |
    When the LEAF target is called 2 times
    Then the events come as >| >|
    And a cancelled exit does not run, and every other does

    Examples:
      | probe           |
      | fprobe          |
      | session program |
      | kretprobe       |

  @SYM-06
  Scenario: A kretprobe that cancels gives its instance back
    Given kretprobe A on the LEAF target with a pool of 1 that captures and cancels at entry and captures at exit
    When the LEAF target is called 3 times
    Then a cancelled exit does not run, and every other does
    And nothing counts as missed

  @SYM-06
  Scenario Outline: A handler that cancels and calls another hooked function, <probe>
    Given <probe> A on the LEAF target:
      | entry | cancel the exit       |
      | entry | call the PLAIN target |
      | exit  | capture               |
    And <probe> B on the PLAIN target that captures at both sides
    When the LEAF target is called 2 times
    Then a cancelled exit does not run, and every other does

    Examples:
      | probe           |
      | fprobe          |
      | session program |

  @SYM-06
  Scenario Outline: One that cancels beside one that does not, <probe> attached <order>
    Given <first>
    And <second>
    When the LEAF target is called
    Then a cancelled exit does not run, and every other does

    Examples:
      | probe           | order | first                                                                   | second                                                                  |
      | fprobe          | first | fprobe A on the LEAF target that cancels at entry and captures at exit  | fprobe B on the LEAF target that captures at both sides                 |
      | fprobe          | last  | fprobe B on the LEAF target that captures at both sides                 | fprobe A on the LEAF target that cancels at entry and captures at exit  |
      | session program | first | session program A on the LEAF target that cancels at entry and captures at exit | session program B on the LEAF target that captures at both sides |

  @SYM-06
  Scenario: Only the inner function's exit is cancelled
    Given fprobe A on the outer CHAIN targets that captures at both sides
    And fprobe B on the innermost CHAIN target that cancels at entry and captures at exit
    When the outermost CHAIN target is called
    Then a cancelled exit does not run, and every other does

  @SYM-06
  Scenario: Only the outer function's exit is cancelled
    Given fprobe A on the outermost CHAIN target that cancels at entry and captures at exit
    And fprobe B on the innermost CHAIN target that captures at both sides
    When the outermost CHAIN target is called
    Then a cancelled exit does not run, and every other does

  @SYM-06
  Scenario: A recursion that cancels beside one that does not
    Given fprobe A on the RECURSIVE target that cancels at entry and captures at exit
    And fprobe B on the RECURSIVE target that captures at both sides
    When the RECURSIVE target is called with depth 2
    Then a cancelled exit does not run, and every other does

  @SYM-06
  Scenario: Cancelled does not count as missed
    Given fprobe A on the LEAF target that cancels at entry and captures at exit
    When the LEAF target is called 5 times
    Then a cancelled exit does not run, and every other does
    And nothing counts as missed
