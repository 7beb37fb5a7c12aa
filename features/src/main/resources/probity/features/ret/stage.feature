Feature: One stage, and behaviour to match

  kretprobe cannot go at once. It leaves in stages, and whoever depends on it reads the stage and
  knows what to expect.

  @RET-01
  Scenario: A kretprobe, registered
    When kretprobe K is attached to the LEAF target, capturing at exit
    Then the answer and the declared register sets fit the stage

  @RET-01
  Scenario: An fprobe exit, attached
    When fprobe F is attached to the LEAF target, capturing at exit
    Then the answer and the declared register sets fit the stage

  @RET-01
  Scenario: An fprobe exit, at work
    Given an implementation from stage 1 on
    And fprobe F on the LEAF target that captures at exit
    When the LEAF target is called
    Then the events come as |<

  @RET-06
  Scenario: One notice, at the first kretprobe
    Given an implementation at stage 2
    When kretprobe K is attached to the LEAF target, capturing at exit
    And kretprobe L is attached to the PLAIN target, capturing at exit
    And kretprobe M is attached to the LEAF target, capturing at exit
    Then the first accepted one alone carries a notice that names fprobe

  @RET-06
  Scenario: No notice for a kretprobe that is refused
    Given an implementation at stage 2
    When kretprobe K is attached to no function
    And kretprobe L is attached to the LEAF target, capturing at exit
    Then the first accepted one alone carries a notice that names fprobe

  @RET-07
  Scenario: A kretprobe is refused
    Given an implementation at stage 3
    When kretprobe K is attached to the LEAF target, capturing at exit
    Then it is refused as not supported
    And nothing is patched

  @RET-07
  Scenario: No kretprobe trampoline is left
    Given an implementation at stage 3
    When kretprobe K is attached to the LEAF target, capturing at exit
    Then no kretprobe trampoline is left among the symbols

  @RET-07
  Scenario: kprobe still works
    Given an implementation at stage 3
    And kprobe A on the LEAF target that captures at entry
    When the LEAF target is called
    Then A's registers at entry are
      | x0–x30 | as at the call       |
      | sp     | as at the call       |
      | pc     | the symbol's address |

  @RET-08
  Scenario: The line never steps back
    When a kretprobe is registered with each implementation of the release line
    Then the line never steps back, and drops kretprobe only without users

  @RET-08 @SHOULD
  Scenario: The line announces before it removes
    When a kretprobe is registered with each implementation of the release line
    Then stage 2 comes before stage 3

  @RET-10
  Scenario: A jprobe is refused
    When jprobe J is attached to the LEAF target, capturing at entry
    Then it is refused
    And nothing is patched
