Feature: Results to be recorded
  One of each verdict that can be recorded.

  @PTR-01
  Scenario: passes
    Given the candidate is asked for its description
    Then nothing is wrong

  @PTR-01
  Scenario: fails
    Given the candidate is asked for its description
    Then "x0" differs

  @PTR-06
  Scenario: a recommendation is not met
    Given the candidate is asked for its description
    Then "the direct caller" differs

  @PTR-03
  Scenario: needs what is declared absent
    Given the candidate is asked for its description
    Then perf output is missing
