Feature: First of two features that are heard at the same time

  @PTR-01
  Scenario: begins
    When "leaf" is called
    Then nothing is wrong

  @PTR-01
  Scenario: goes on
    When "leaf" is called
    Then "x0" differs
