Feature: A candidate that ends the virtual machine while two of its instances are in use

  @PTR-01
  Scenario: passes
    Given the candidate is asked for its description
    Then nothing is wrong

  @PTR-01
  Scenario: ends the virtual machine
    When "exits" is called
    Then nothing is wrong

  @PTR-01
  Scenario: is being heard
    When "hangs" is called
    Then nothing is wrong

  @PTR-01
  Scenario: would have come
    Given the candidate is asked for its description
    Then nothing is wrong
