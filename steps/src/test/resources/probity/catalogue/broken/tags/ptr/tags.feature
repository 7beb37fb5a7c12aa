Feature: tags

  Scenario: without clause
    Given something
    Then it holds

  @PTR-01 @PTR-02
  Scenario: with two
    Given something
    Then it holds

  @PTR-99
  Scenario: unknown
    Given something
    Then it holds
