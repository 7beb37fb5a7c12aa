Feature: Every verdict on purpose
  Fed to all renderers, so that none forgets a verdict.

  @PTR-01
  Scenario: passes
    Given the candidate is asked for its description
    Then nothing is wrong

  @PTR-01
  Scenario: fails
    Given the candidate is asked for its description
    Then "x0" differs
    And nothing is wrong

  @PTR-06
  Scenario: a recommendation is not met
    Given the candidate is asked for its description
    Then "the direct caller" differs

  @PTR-06 @MAY
  Scenario: something optional is observed
    Given the candidate is asked for its description
    Then this is noted: "It does more than it must."

  @PTR-02
  Scenario: fails as waived
    Given the candidate is asked for its description
    Then "mode" differs

  @PTR-02
  Scenario: passes although waived
    Given the candidate is asked for its description
    Then nothing is wrong

  @PTR-02
  Scenario: fails otherwise than waived
    Given the candidate is asked for its description
    Then "pstate" differs

  @PTR-03
  Scenario: needs what is declared absent
    Given the candidate is asked for its description
    Then perf output is missing

  @PTR-03
  Scenario: cannot be set up
    Given the candidate is asked for its description
    Then no target has the role that is needed

  @PTR-04
  Scenario Outline: the candidate <does>
    When "<function>" is called
    Then nothing is wrong

    Examples:
      | does                       | function    |
      | throws                     | throws      |
      | runs out of stack          | overflows   |
      | builds an ill-formed record | null_record |
      | crashes                    | traps       |
      | complains about the kit    | misuse      |

  @PTR-05
  Scenario: the kit fails
    Given the candidate is asked for its description
    Then the kit fails

  @PTR-05
  Scenario: the kit asserts something on its own
    Given the candidate is asked for its description
    Then the kit asserts that 1 is 2

  @PTR-05
  Scenario: the kit has no such step
    Given the candidate is asked for its description
    Then nobody wrote this step

  @PTR-05
  Scenario: the kit asks nothing
    Then nothing is wrong
