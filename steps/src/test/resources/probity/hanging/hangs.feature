Feature: A candidate that hangs until somebody ends the virtual machine

  @PTR-01
  Scenario: passes
    Given the candidate is asked for its description
    Then nothing is wrong

  @PTR-01
  Scenario: hangs
    When "hangs" is called
    Then nothing is wrong
