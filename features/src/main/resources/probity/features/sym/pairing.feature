Feature: Exits pair with entries

  In the order strings > is an entry handler, < an exit handler and | the body of a call in which no
  further hooked function is entered.

  @SYM-05
  Scenario Outline: One call, <probe>
    Given <probe> A on the LEAF target that captures at both sides
    When the LEAF target is called
    Then the events come as >|<

    Examples:
      | probe                |
      | fprobe               |
      | session program      |
      | multi-kprobe program |

  @SYM-05
  Scenario: Calls one after the other
    Given fprobe A on the LEAF target that captures at both sides
    When the LEAF target is called 3 times
    Then the events come as >|< >|< >|<

  @SYM-05
  Scenario Outline: Recursion, <probe>
    Given <probe> A on the RECURSIVE target that captures at both sides
    When the RECURSIVE target is called with depth 2
    Then the events come as >>>|<<<

    Examples:
      | probe           |
      | fprobe          |
      | session program |

  @SYM-05
  Scenario: Mutual recursion
    Given fprobe A on the MUTUAL targets that captures at both sides
    When the MUTUAL target is called with depth 3
    Then the events come as >>>>|<<<<

  @SYM-05
  Scenario Outline: A tail call between two hooked functions, <probe>
    Given <probe> A on the TAIL_CALL target that captures at both sides
    And <probe> B on the TAIL_TARGET target that captures at both sides
    When the caller of the TAIL_CALL target is called
    Then the events come as >>|<<

    Examples:
      | probe           |
      | fprobe          |
      | session program |

  @SYM-05
  Scenario: A chain, hooked throughout
    Given fprobe A on the CHAIN targets that captures at both sides
    When the outermost CHAIN target is called
    Then the events come as the calls do

  @SYM-05
  Scenario: A caller of many functions
    Given fprobe A on every target that the CALLER targets call that captures at both sides
    When the CALLER targets are called
    Then the events come as the calls do

  @SYM-05
  Scenario: A hundred functions at once
    Given fprobe A on 100 PLAIN targets that captures at both sides
    When 100 PLAIN targets are called
    Then the events come as the calls do

  @SYM-05
  Scenario: A blocked task and another one
    Given fprobe A on the BLOCKING targets that captures at both sides
    And fprobe B on the LEAF target that captures at both sides
    When task 1 calls the BLOCKING target
    And task 0 calls the LEAF target
    And task 1 goes on
    Then the events come as the calls do

  @SYM-05
  Scenario: Two blocked tasks that go on in the order in which they came
    Given fprobe A on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And task 2 calls the BLOCKING target
    And task 1 goes on
    And task 2 goes on
    Then the events come as the calls do

  @SYM-05
  Scenario: No exit for a function that was entered before the probe came
    Given fprobe B on the BLOCKING targets that captures at both sides
    And fprobe A, not attached yet, on the BLOCKING targets that captures at both sides
    When task 1 calls the BLOCKING target
    And A is attached
    And task 1 goes on
    And the LEAF target is called
    Then the events come as the calls do
