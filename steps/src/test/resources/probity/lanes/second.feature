Feature: Second of two features that are heard at the same time

  @PTR-03
  Scenario: needs what is declared absent
    When "leaf" is called
    Then perf output is missing

  @PTR-03
  Scenario: ends
    When "leaf" is called
    Then perf output is missing

  @PTR-06
  Scenario: may be as it likes
    When "leaf" is called
    Then nothing is wrong
