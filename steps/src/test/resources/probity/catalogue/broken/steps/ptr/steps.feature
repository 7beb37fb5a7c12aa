Feature: steps

  @PTR-01
  Scenario: unclear
    Given this was never defined
    And this is ambiguous
    And something
    Then it holds

  @PTR-01
  Scenario: toothless
    Given something
