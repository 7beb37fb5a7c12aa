Feature: names

  @PTR-01
  Scenario: twice
    Given something
    Then it holds

  # an outline whose rows have one name counts as well
  @PTR-01
  Scenario: twice
    Given something
    Then it holds
