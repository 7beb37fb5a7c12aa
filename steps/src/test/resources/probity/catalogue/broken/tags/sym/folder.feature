Feature: folder

  @PTR-01
  Scenario: elsewhere
    Given something
    Then it holds
