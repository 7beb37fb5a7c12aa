Feature: sound

  @PTR-01
  Scenario: a MUST
    Given something
    Then it holds

  @PTR-01 @SHOULD
  Scenario: a recommendation of the same clause
    Given something
    Then it holds
