Feature: A candidate that ends the virtual machine
  Not even a call that never comes back may keep the run from saying what it found.

  @PTR-01
  Scenario: passes
    Given the candidate is asked for its description
    Then nothing is wrong

  @PTR-01
  Scenario: ends the virtual machine
    When "exits" is called
    Then nothing is wrong

  @PTR-01
  Scenario: would have come
    Given the candidate is asked for its description
    Then nothing is wrong
